import type { Actor } from '../../../access/actor.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { clockTime, type Day, daysBetween, longDay, shortDay } from '../../../kernel/days.ts'
import { capitalised, inDays } from '../../../kernel/text.ts'
import { decisionStates } from '../../decisions/decisions/index.ts'
import { decisionPath } from '../../decisions/decisions/paths.ts'
import { type OwnFollowUp, ownFollowUps } from '../../decisions/followups/index.ts'
import { followUpPath } from '../../decisions/followups/paths.ts'
import { activeMeetings, isCalled, seatsByBody, stateKinds, stateLabels } from '../../meetings/meetings/index.ts'
import { agendaPath, meetingPath } from '../../meetings/meetings/paths.ts'
import { beginningLines } from './getting-started.ts'
import { linesFor } from './kept-lines.ts'
import { recentDecisions } from './queries.ts'

/** *Mit overblik*: what waits for the person, what comes next, and what was decided last. */
export function overviewPage(actor: Actor, sources: readonly WaitingLines[]) {
  const { today } = actor
  const waiting = linesFor(actor, sources)
  return {
    title: 'Mit overblik',
    active: 'overblik',
    greeting: actor.person?.name ?? '',
    seats: seatNames(actor),
    beginning: beginningLines(actor),
    waiting: soonestFirst(waiting).map(item => waitingRow(item, today)),
    followUps: ownFollowUps(actor).map(row => followUpRow(row, today)),
    meetings: nextMeetings(actor),
    decisions: recentDecisions(actor).map(row => ({
      number: row.number,
      title: row.title,
      href: decisionPath(row.number),
      body: row.bodyName,
      decided: shortDay(row.decidedOn),
      state: decisionStates[row.state],
    })),
  }
}

function seatNames(actor: Actor): string {
  return actor.person ? [actor.person.title, actor.person.organisationName].filter(Boolean).join(', ') : ''
}

const soonestFirst = (waiting: readonly WaitingLine[]): WaitingLine[] =>
  [...waiting].sort(
    (one, other) => Number(other.urgent) - Number(one.urgent) || order(one.by ?? '9999', other.by ?? '9999'),
  )

/** Days sort as text. */
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const waitingRow = (item: WaitingLine, today: Day) => ({
  text: item.text,
  href: item.href,
  by: item.by ? `senest den ${longDay(item.by)}` : '',
  tag: item.urgent ? { text: item.by && item.by < today ? 'Fristen er overskredet' : 'Haster', kind: 'warning' } : null,
})

function followUpRow(row: OwnFollowUp, today: Day) {
  const left = daysBetween(today, row.dueDay)
  return {
    text: row.text,
    href: followUpPath(row.id),
    due: longDay(row.dueDay),
    from: row.decision ? `Beslutning ${row.decision}` : '',
    tag:
      left < 0
        ? { text: 'Fristen er overskredet', kind: 'danger' }
        : left <= 14
          ? { text: capitalised(inDays(left)), kind: 'warning' }
          : { text: 'Åben', kind: 'neutral' },
  }
}

/** The next five; one that prepares no agenda sees the day, and the agenda once it is sent. */
function nextMeetings(actor: Actor) {
  const seatOf = seatsByBody(actor)
  return activeMeetings(actor)
    .filter(row => row.day >= actor.today && row.state !== 'MINUTES_IN_PREPARATION' && row.state !== 'MINUTES_OUT')
    .slice(0, 5)
    .map(row => {
      const readable = isCalled(row.state) || seatOf(row.body).prepares
      return {
        href: readable ? agendaPath(row.id) : meetingPath(row.id),
        body: row.bodyName,
        when: row.written ? `Svarfrist den ${longDay(row.day)}` : `${longDay(row.day)} ${clockTime(row.startsAt)}`,
        place: row.place,
        state: { text: stateLabels[row.state], kind: stateKinds[row.state] },
        link: readable ? 'Dagsorden' : 'Mødet',
      }
    })
}
