import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { ownEvents } from '../../../http/own-events.ts'
import { clockTime, type Day, longDay, shortDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { hasEnded, isOn, periodText } from '../../../kernel/periods.ts'
import { bodyInSentence, compareDanish, plural } from '../../../kernel/text.ts'
import { decisionPath } from '../../decisions/decisions/paths.ts'
import { procedurePath } from '../../decisions/procedure/paths.ts'
import { earlierPath } from '../../meetings/earlier/paths.ts'
import { meetingPath, meetingsPath } from '../../meetings/meetings/paths.ts'
import { seatRoleNames } from '../parties/index.ts'
import { organisationPath, partiesPath } from '../parties/paths.ts'
import { appointsFor } from './give-seat.ts'
import { bodyKindNames, roleOrder } from './labels.ts'
import { quorumOn } from './pages.ts'
import { bodiesPath, bodyPath } from './paths.ts'
import { type BodyRow, type RulesRow, readBodies, readMeetings, readRules, readSeats, type SeatRow } from './queries.ts'
import { parameterFacts, quorumText, rulesName, rulesSince } from './rules/rule-facts.ts'
import { rulesInForce } from './rules/rules-in-force.ts'
import { warningsOf } from './seat-rules.ts'

/** One body: who sits in it on a day and sat before, its meetings, and the rules that govern it. */
export function bodyPage(actor: Actor, body: BodyRow, dag: Day | null) {
  const on = dag ?? actor.today
  const seats = readSeats(actor.database, body.id)
  const rules = readRules(actor, body.id)
  const meetings = readMeetings(actor, body.id)
  const subject = { body: { id: body.id, kind: body.kind, side: body.side } }
  const path = bodyPath(body.slug)
  const line = seatLine(actor, body, readBodies(actor.database))
  return {
    title: body.name,
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: 'Organer', href: bodiesPath }, { text: body.name }],
    eventsHref: ownEvents(actor, 'organ', body.id),
    heading: body.name,
    nameInSentence: bodyInSentence(body.name),
    path,
    about: body.about,
    day: on,
    shownDay: on === actor.today ? null : longDay(on),
    facts: factsOf(actor.database, body),
    warnings: warningsOf(body, seats, quorumOn(rules, on), on),
    seats: seats
      .filter(seat => isOn(seat, on))
      .sort(byRole)
      .map(line),
    coming: seats.filter(seat => seat.from > on).map(line),
    former: seats.filter(seat => hasEnded(seat, on)).map(line),
    givePath: mayDo(actor, 'giveSeat', subject) && !hasEnded(body, actor.today) ? `${path}/pladser/ny` : null,
    correctPath: mayDo(actor, 'keepBody', subject) ? `${path}/ret` : null,
    rules: {
      ...rulesOf(rules, body, on),
      // Until the first adoption the joint group's default is the secretariats' to change (R62).
      correctPath:
        mayDo(actor, 'keepBody', subject) &&
        !(body.kind === 'JOINT_GROUP' && rules.some(row => row.adopted && !isOver(row, actor.today)))
          ? `${path}/forretningsorden/ret`
          : null,
    },
    meetings: meetings.map(meeting => ({
      href: meetingPath(meeting.id),
      number: meeting.number,
      when: `${shortDay(meeting.day)} ${clockTime(meeting.startsAt)}`,
      place: meeting.place,
      cancelled: meeting.state === 'CANCELLED',
    })),
    readsMeetings: viewOf(actor).readsBody(subject.body),
    meetingsHref: `${meetingsPath}?organ=${body.slug}`,
    // A deciding body's own documents are the sources of its mandates.
    earlierHref: body.kind === 'DECIDING_BODY' ? null : `${earlierPath}?organ=${body.slug}`,
  }
}

/** Its decision has given way to another. */
const isOver = ({ until }: RulesRow, today: Day): boolean => until !== null && until <= today

const factsOf = (db: Database, body: BodyRow) => [
  { term: 'Type', text: bodyKindNames[body.kind] },
  { term: 'Part', text: body.side ? sideName(db, body.side) : 'Begge parter' },
  ...(body.organisationName && body.organisationSlug
    ? [{ term: 'Giver mandater for', text: body.organisationName, href: organisationPath(body.organisationSlug) }]
    : []),
  ...(body.to ? [{ term: 'Ophørt', text: longDay(body.to) }] : []),
]

const byRole = (one: SeatRow, other: SeatRow): number =>
  roleOrder.indexOf(one.role) - roleOrder.indexOf(other.role) ||
  compareDanish(one.side ?? '', other.side ?? '') ||
  compareDanish(one.person, other.person)

const seatLine = (actor: Actor, body: BodyRow, bodies: readonly BodyRow[]) => (seat: SeatRow) => ({
  person: seat.person,
  personText: seat.title ? `${seat.person}, ${seat.title}` : seat.person,
  title: seat.title ?? '',
  organisation: seat.organisation,
  organisationHref: organisationPath(seat.organisationSlug),
  side: seat.side ? sideName(actor.database, seat.side) : '',
  role:
    seat.role === 'SUBSTITUTE' && seat.substituteFor ? `Suppleant for ${seat.substituteFor}` : seatRoleNames[seat.role],
  period: periodText(seat),
  appointed: appointedText(seat),
  meetingHref: meetingHref(actor, seat, bodies),
  endReason: seat.endReason ?? '',
  correctPath:
    seat.side !== null && appointsFor(actor, body, seat.side) ? `${bodyPath(body.slug)}/pladser/${seat.id}/ret` : null,
  endPath:
    seat.to === null && seat.side !== null && appointsFor(actor, body, seat.side)
      ? `${bodyPath(body.slug)}/pladser/${seat.id}/afslut`
      : null,
})

/** »Udpeget af kommunens strategigruppe på mødet den 3. marts 2026« */
export function appointedText(seat: Pick<SeatRow, 'appointedBy' | 'appointedAtDay' | 'appointedNote'>): string {
  if (!seat.appointedBy) return seat.appointedNote ?? ''
  const where = seat.appointedAtDay ? `på mødet den ${longDay(seat.appointedAtDay)}` : ''
  const note = seat.appointedNote ? `(${seat.appointedNote})` : ''
  return ['Udpeget af', bodyInSentence(seat.appointedBy), where, note].filter(part => part !== '').join(' ')
}

/** A side's own meeting is linked only for those who may see it. */
function meetingHref(actor: Actor, seat: SeatRow, bodies: readonly BodyRow[]): string | null {
  const body = bodies.find(({ id }) => id === seat.appointedAtBodyId)
  return body && seat.appointedAtMeetingId !== null && viewOf(actor).readsBody(body)
    ? meetingPath(seat.appointedAtMeetingId)
    : null
}

function rulesOf(rules: readonly RulesRow[], body: BodyRow, on: Day) {
  const current = rulesInForce(rules, on)
  return {
    current: current ? [{ term: 'Version', text: rulesSince(current, body) }, ...parameterFacts(current, body)] : null,
    textHtml: current?.text ? renderMarkdown(current.text) : null,
    /** The joint group's own have their pages. */
    readHref: body.kind === 'JOINT_GROUP' ? procedurePath : null,
    versions: rules.map(row => ({
      name: rulesName(row, body),
      from: shortDay(row.from),
      decision: row.decision ? { href: decisionPath(row.decision), text: `Beslutning ${row.decision}` } : null,
      inForce: row === current,
      notice: plural(row.noticeWorkdays, 'hverdag', 'hverdage'),
      proposals: plural(row.proposalDeadlineWorkdays, 'hverdag', 'hverdage'),
      quorum: quorumText(row, body),
      objections: plural(row.objectionDays, 'dag', 'dage'),
    })),
  }
}
