import type { Actor } from '../../../access/actor.ts'
import { type BodySubject, prepares } from '../../../access/policy.ts'
import { bodiesOf } from '../../../access/visibility.ts'
import { clockTime, type Day, day, daysBetween, longDay, shortDay } from '../../../kernel/days.ts'
import { bodyInSentence, capitalised, inDays, plural } from '../../../kernel/text.ts'
import { hearingsToAnswer, signaturesToSee } from '../../agreement/revision/index.ts'
import { decisionStates } from '../../decisions/decisions/index.ts'
import { type OwnFollowUp, ownFollowUps } from '../../decisions/followups/index.ts'
import { mandatesToSee, type WaitingMandate } from '../../decisions/mandates/index.ts'
import { isCalled, stateKinds, stateLabels } from '../../meetings/meetings/index.ts'
import { type ActiveMeeting, activeMeetings, seatsByBody } from './active-meetings.ts'
import { beginningLines } from './getting-started.ts'
import {
  type BodyRow,
  type LeftOver,
  leftOver,
  manning,
  recentDecisions,
  referralsWithoutKeeper,
  unansweredProposals,
  waitingReferrals,
} from './queries.ts'
import { type SeatFacts, type Waiting, waitingFor } from './waiting-rules.ts'

/** *Mit overblik*: what waits for the person, what comes next, and what was decided last. */
export function overviewPage(actor: Actor) {
  const { today } = actor
  const { database } = actor
  const prepared = new Set(bodiesOf(database).flatMap(body => (prepares(actor, body) ? [body.id] : [])))
  const meetings = activeMeetings(actor)
  const seatOf = seatsByBody(actor)
  const proposals = unansweredProposals(database, prepared)
  const bodies = manning(database, prepared, today)
  const beginning = beginningLines(actor)
  // Until the first meeting is called, the way there tells what the groups lack.
  const empty = beginning.length === 0 ? bodies : bodies.filter(({ kind }) => kind === 'SECRETARIAT')
  const waiting: Waiting[] = [
    ...meetings.flatMap(meeting => waitingFor(meeting, seatOf(meeting.body), today)),
    ...proposals.map(row => ({
      text: `Svar på forslaget »${row.title}« fra ${row.organisation}`,
      href: '/punktforslag',
      by: null,
      urgent: false,
    })),
    ...leftOver(database, prepared, today).map(waitingItems),
    ...mandatesToSee(actor).map(row => waitingMandate(row, today)),
    ...waitingReferrals(actor, prepared).map(row => ({
      text: row.keeps
        ? `Registrér svaret fra ${bodyInSentence(row.body)} på forelæggelse ${row.number} (beslutning ${row.decision})`
        : `${row.body} har ikke svaret på forelæggelse ${row.number} (beslutning ${row.decision})`,
      href: `/forelaeggelser/${row.number}`,
      by: day(row.dueDay),
      urgent: daysBetween(today, day(row.dueDay)) <= 7,
    })),
    ...referralsWithoutKeeper(actor).map(row => ({
      text: `Udpeg en mandatansvarlig for ${row.organisation}, så svaret på forelæggelse ${row.number} kan registreres`,
      href: `/parter/${row.organisationSlug}#mandatansvarlige`,
      by: day(row.dueDay),
      urgent: daysBetween(today, day(row.dueDay)) <= 7,
    })),
    ...[...hearingsToAnswer(actor), ...signaturesToSee(actor)].map(row => ({
      ...row,
      urgent: row.by !== null && daysBetween(today, row.by) <= 7,
    })),
    ...empty.flatMap(emptySeats),
  ]
  return {
    title: 'Mit overblik',
    active: 'overblik',
    greeting: actor.person?.name ?? '',
    seats: seatNames(actor),
    beginning,
    waiting: inOrder(waiting).map(item => waitingRow(item, today)),
    followUps: ownFollowUps(actor).map(row => followUpRow(row, today)),
    meetings: nextMeetings(meetings, seatOf, today),
    decisions: recentDecisions(actor).map(row => ({
      number: row.number,
      title: row.title,
      href: `/beslutninger/${row.number}`,
      body: row.bodyName,
      decided: shortDay(day(row.decidedOn)),
      state: decisionStates[row.state],
    })),
  }
}

/** What was postponed or not reached waits for the next agenda, and is forgotten by nobody. */
const waitingItems = ({ bodyName, items, nextMeetingId, meetingId }: LeftOver): Waiting => ({
  text: `Overfør ${plural(items, 'punkt', 'punkter')}, der blev udsat eller ikke nået, til en dagsorden for ${bodyInSentence(bodyName)}`,
  href: nextMeetingId === null ? `/moeder/${meetingId}` : `/moeder/${nextMeetingId}/dagsorden/rediger`,
  by: null,
  urgent: false,
})

/** R59: without people a secretariat cannot sign off; without a chair nobody can open the meeting. */
function emptySeats(body: BodyRow): Waiting[] {
  const href = `/organer/${body.slug}`
  if (body.people === 0) return [{ text: `${body.name} er ubesat`, href, by: null, urgent: true }]
  if (body.kind !== 'SECRETARIAT' && body.chairs === 0)
    return [{ text: `${body.name} mangler en formand`, href, by: null, urgent: false }]
  return []
}

/** A draft waits for its protocol, and what runs out for its renewal: to keepers and both secretariats. */
const waitingMandate = ({ id, number, organisation, to }: WaitingMandate, today: Day): Waiting => ({
  text: to
    ? `Mandat ${number} for ${organisation} udløber den ${longDay(to)}`
    : `Vedhæft protokollen til mandat ${number} for ${organisation}`,
  href: `/mandater/${id}`,
  by: null,
  urgent: to !== null && daysBetween(today, to) <= 14,
})

function seatNames(actor: Actor): string {
  return actor.person ? [actor.person.title, actor.person.organisationName].filter(Boolean).join(', ') : ''
}

const inOrder = (waiting: Waiting[]): Waiting[] =>
  [...waiting].sort(
    (one, other) => Number(other.urgent) - Number(one.urgent) || order(one.by ?? '9999', other.by ?? '9999'),
  )

/** Days sort as text. */
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const waitingRow = (item: Waiting, today: Day) => ({
  text: item.text,
  href: item.href,
  by: item.by ? `senest den ${longDay(item.by)}` : '',
  tag: item.urgent ? { text: item.by && item.by < today ? 'Fristen er overskredet' : 'Haster', kind: 'warning' } : null,
})

function followUpRow(row: OwnFollowUp, today: Day) {
  const left = daysBetween(today, row.dueDay)
  return {
    text: row.text,
    href: `/opfoelgning/${row.id}`,
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
function nextMeetings(meetings: ActiveMeeting[], seatOf: (body: BodySubject) => SeatFacts, today: Day) {
  return meetings
    .filter(row => row.day >= today && row.state !== 'MINUTES_IN_PREPARATION' && row.state !== 'MINUTES_OUT')
    .slice(0, 5)
    .map(row => {
      const readable = isCalled(row.state) || seatOf(row.body).prepares
      return {
        href: readable ? `/moeder/${row.id}/dagsorden` : `/moeder/${row.id}`,
        body: row.bodyName,
        when: row.written ? `Svarfrist den ${longDay(row.day)}` : `${longDay(row.day)} ${clockTime(row.startsAt)}`,
        place: row.place,
        state: { text: stateLabels[row.state], kind: stateKinds[row.state] },
        link: readable ? 'Dagsorden' : 'Mødet',
      }
    })
}
