import type { Actor, Side } from '../../access/actor.ts'
import { type BodySubject, holdsSeat, prepares } from '../../access/policy.ts'
import { bodiesOf } from '../../access/visibility.ts'
import { addWorkdays, clockTime, type Day, day, daysBetween, longDay, shortDay } from '../../kernel/days.ts'
import { plural } from '../../kernel/text.ts'
import { decisionStates } from '../decisions/index.ts'
import { mandatesToSee, type WaitingMandate } from '../mandates/index.ts'
import { isCalled, isWritten, stateKinds, stateLabels, stateOnDay } from '../meetings/index.ts'
import {
  activeMeetings,
  type BodyRow,
  type FollowUpRow,
  type MeetingRow,
  manning,
  openFollowUps,
  recentDecisions,
  unansweredProposals,
  waitingReferrals,
} from './queries.ts'
import { type Waiting, waitingFor } from './waiting-rules.ts'

/** *Mit overblik*: what waits for the person, what comes next, and what was decided last. */
export function overviewPage(actor: Actor) {
  const { today } = actor
  const prepared = bodiesOf(actor.database).filter(body => prepares(actor, body))
  const meetings = activeMeetings(actor).filter(row => effectiveState(row, today) !== 'MINUTES_APPROVED')
  const proposals = unansweredProposals(actor, ids(prepared))
  const bodies = manning(actor, ids(prepared))
  const waiting: Waiting[] = [
    ...meetings.flatMap(row => waitingFor(factsOf(row), seatIn(actor, row), today)),
    ...proposals.map(row => ({
      text: `Svar på forslaget »${row.title}« fra ${row.organisation}`,
      href: '/punktforslag',
      by: null,
      urgent: false,
    })),
    ...mandatesToSee(actor).map(row => waitingMandate(row, today)),
    ...waitingReferrals(actor).map(row => ({
      text: row.keeps
        ? `Indfør svaret fra ${row.body} på forelæggelse ${row.number} (beslutning ${row.decision})`
        : `${row.body} har ikke svaret på forelæggelse ${row.number} (beslutning ${row.decision})`,
      href: `/forelaeggelser/${row.number}`,
      by: day(row.dueDay),
      urgent: daysBetween(today, day(row.dueDay)) <= 7,
    })),
    ...bodies.flatMap(emptySeats),
  ]
  return {
    title: 'Mit overblik',
    active: 'overblik',
    greeting: actor.person?.name ?? '',
    seats: seatNames(actor),
    waiting: inOrder(waiting).map(item => waitingRow(item, today)),
    followUps: openFollowUps(actor).map(row => followUpRow(row, today)),
    meetings: nextMeetings(actor, meetings, today),
    decisions: recentDecisions(actor).map(row => ({
      number: row.number,
      title: row.title,
      href: `/beslutninger/${row.number}`,
      body: row.bodyName,
      decided: longDay(day(row.decidedOn)),
      state: decisionStates[row.state],
    })),
  }
}

const ids = (bodies: BodySubject[]): number[] => bodies.map(body => body.id)

const effectiveState = (row: MeetingRow, today: Day) =>
  stateOnDay(
    { state: row.state, objectionsUntil: row.objectionsUntil, objectionsUnanswered: row.openObjections },
    today,
  )

function factsOf(row: MeetingRow) {
  return {
    id: row.id,
    day: day(row.day),
    noticeDay: addWorkdays(day(row.day), -(row.noticeWorkdays ?? 0)),
    state: row.state,
    objectionsUntil: row.objectionsUntil === null ? null : day(row.objectionsUntil),
    bodyName: row.bodyName,
    joint: row.bodyKind === 'JOINT_GROUP',
    written: isWritten(row),
    signed: (row.signOffs ?? '').split(',').flatMap(text => {
      const [content, side] = text.split(':')
      return content && side ? [{ content: content as 'AGENDA' | 'MINUTES', side: side as Side }] : []
    }),
    openQuestions: row.openQuestions,
    openObjections: row.openObjections,
  }
}

function seatIn(actor: Actor, row: MeetingRow) {
  const body: BodySubject = { id: row.bodyId, kind: row.bodyKind, side: row.bodySide }
  return {
    prepares: prepares(actor, body),
    secretariatSide: actor.seats.find(seat => seat.bodyKind === 'SECRETARIAT')?.bodySide ?? null,
    chairs: holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR']),
    member: holdsSeat(actor, body),
  }
}

/** R59: without people a secretariat cannot sign off; without a chair nobody can open the meeting. */
function emptySeats(body: BodyRow): Waiting[] {
  const href = `/organer/${body.slug}`
  if (body.people === 0) return [{ text: `${body.name} har ingen medlemmer i dag`, href, by: null, urgent: true }]
  if (body.kind !== 'SECRETARIAT' && body.chairs === 0)
    return [{ text: `${body.name} har ingen formand i dag`, href, by: null, urgent: false }]
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

function followUpRow(row: FollowUpRow, today: Day) {
  const due = day(row.dueDay)
  const left = daysBetween(today, due)
  return {
    text: row.text,
    href: `/opfoelgning/${row.id}`,
    due: shortDay(due),
    from: row.decisionNumber ? `Beslutning ${row.decisionNumber}` : '',
    tag:
      left < 0
        ? { text: 'Fristen er overskredet', kind: 'danger' }
        : left <= 14
          ? { text: left === 0 ? 'I dag' : `Om ${plural(left, 'dag', 'dage')}`, kind: 'warning' }
          : { text: 'Åben', kind: 'neutral' },
  }
}

/** The next five; one that prepares no agenda sees the day, and the agenda once it is sent. */
function nextMeetings(actor: Actor, meetings: MeetingRow[], today: Day) {
  return meetings
    .filter(row => row.day >= today && row.state !== 'MINUTES_IN_PREPARATION' && row.state !== 'MINUTES_OUT')
    .slice(0, 5)
    .map(row => {
      const readable = isCalled(row.state) || seatIn(actor, row).prepares
      return {
        href: readable ? `/moeder/${row.id}/dagsorden` : `/moeder/${row.id}`,
        body: row.bodyName,
        when: isWritten(row)
          ? `Svarfrist ${longDay(day(row.day))}`
          : `${longDay(day(row.day))} ${clockTime(row.startsAt)}`,
        place: row.place,
        state: { text: stateLabels[row.state], kind: stateKinds[row.state] },
        link: readable ? 'Dagsorden' : 'Mødet',
      }
    })
}
