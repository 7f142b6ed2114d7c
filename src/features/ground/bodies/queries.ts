import type { Actor, BodyKind, SeatRole, Side } from '../../../access/actor.ts'
import { isHeldSql } from '../../../access/meeting-states.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { keptRows } from '../../../database/kept-rows.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import type { MeetingChairs } from './rules/rule-parameters.ts'
import { rulesPeriodsSql } from './rules/rules-in-force.ts'

const bodyRow = rowsOf({
  id: column.number,
  slug: column.text,
  kind: column.oneOf<BodyKind>(),
  side: column.orNull(column.oneOf<Side>()),
  name: column.text,
  about: column.text,
  from: column.day,
  to: column.orNull(column.day),
  organisationId: column.orNull(column.number),
  organisationName: column.orNull(column.text),
  organisationSlug: column.orNull(column.text),
  version: column.number,
})
export type BodyRow = RowOf<typeof bodyRow>

const bodyColumns = `b.id, b.slug, b.kind, b.side, b.name, b.about, b."from", b."to", b.version, b.organisationId,
  o.name AS organisationName, o.slug AS organisationSlug`

export const readBodies = (db: Database): BodyRow[] =>
  db.sql.all(
    bodyRow,
    `SELECT ${bodyColumns} FROM Body b LEFT JOIN Organisation o ON o.id = b.organisationId ORDER BY o.position, b.id`,
  )

export const findBody = (db: Database, slug: string): BodyRow | undefined =>
  db.sql.get(
    bodyRow,
    `SELECT ${bodyColumns} FROM Body b LEFT JOIN Organisation o ON o.id = b.organisationId WHERE b.slug = ?`,
    slug,
  )

const seatRow = rowsOf({
  id: column.number,
  bodyId: column.number,
  personId: column.number,
  person: column.text,
  title: column.orNull(column.text),
  organisation: column.text,
  organisationSlug: column.text,
  side: column.orNull(column.oneOf<Side>()),
  role: column.oneOf<SeatRole>(),
  substituteFor: column.orNull(column.text),
  from: column.day,
  to: column.orNull(column.day),
  appointedBy: column.orNull(column.text),
  appointedAtMeetingId: column.orNull(column.number),
  appointedAtDay: column.orNull(column.day),
  appointedAtBodyId: column.orNull(column.number),
  appointedNote: column.orNull(column.text),
  endReason: column.orNull(column.text),
  version: column.number,
})
export type SeatRow = RowOf<typeof seatRow>

const seatQuery = `SELECT s.id, s.bodyId, s.personId, p.name AS person, p.title, o.name AS organisation,
    o.slug AS organisationSlug, o.side, s.role, fp.name AS substituteFor, s."from", s."to", a.name AS appointedBy,
    s.appointedAtMeetingId, m.day AS appointedAtDay, m.bodyId AS appointedAtBodyId, s.appointedNote, s.endReason,
    s.version
  FROM Seat s JOIN Person p ON p.id = s.personId JOIN Organisation o ON o.id = s.organisationId
    LEFT JOIN Seat f ON f.id = s.substituteForId LEFT JOIN Person fp ON fp.id = f.personId
    LEFT JOIN Body a ON a.id = s.appointedById LEFT JOIN Meeting m ON m.id = s.appointedAtMeetingId`

/** All seats of a body, the ended ones too. */
export const readSeats = (db: Database, bodyId: number): SeatRow[] =>
  db.sql.all(seatRow, `${seatQuery} WHERE s.bodyId = ? ORDER BY s."from" DESC, s.id`, bodyId)

/** The seats of all bodies on a day: the list of bodies and the chart. */
export const readSeatsOn = (db: Database, on: Day): SeatRow[] =>
  db.sql.all(seatRow, `${seatQuery} WHERE ${isOnSql('s')} ORDER BY s.id`, on, on)

const rulesRow = rowsOf({
  id: column.number,
  bodyId: column.number,
  number: column.number,
  adopted: column.flag,
  from: column.day,
  until: column.orNull(column.day),
  /** Of what the body has adopted: the decision, and the text that it brought into force. */
  decision: column.orNull(column.text),
  textSlug: column.orNull(column.text),
  textVersion: column.orNull(column.number),
  noticeWorkdays: column.number,
  agendaWorkdays: column.orNull(column.number),
  proposalDeadlineWorkdays: column.number,
  quorumHousing: column.number,
  quorumMunicipality: column.number,
  objectionDays: column.number,
  minutesWorkdays: column.orNull(column.number),
  chairs: column.oneOf<MeetingChairs>(),
  consensusOfBothSides: column.flag,
  writtenProcedureAllowed: column.flag,
  silenceConsents: column.flag,
  text: column.text,
  version: column.number,
})
export type RulesRow = RowOf<typeof rulesRow>

/** The rules of bodies as somebody sees them: what was decided and is not read yet governs nothing for him or her. */
function rulesQuery(actor: Actor, bodies: string): string {
  const view = viewOf(actor)
  const periods = rulesPeriodsSql(bodies, `${view.decisions('rd')} AND ${view.insideDecisions('rd')}`)
  return `SELECT r.id, r.bodyId, r.number, p.adopted, p."from", p.until, p.decision, s.slug AS textSlug,
      n.version AS textVersion, r.noticeWorkdays, r.agendaWorkdays, r.proposalDeadlineWorkdays, r.quorumHousing,
      r.quorumMunicipality, r.objectionDays, r.minutesWorkdays, r.chairs, r.consensusOfBothSides,
      r.writtenProcedureAllowed, r.silenceConsents, r.text, r.version
    FROM ${periods} p JOIN RulesOfProcedure r ON r.id = p.id LEFT JOIN Adoption a ON a.id = r.adoptionId
      LEFT JOIN TextDraft n ON n.id = a.draftId LEFT JOIN SharedText s ON s.id = n.textId
    ORDER BY p."from" DESC, r.number DESC`
}

/** All versions of a body's rules of procedure that are, were or are to be in force, the newest first. */
export const readRules = (actor: Actor, bodyId: number): RulesRow[] =>
  keptRows(actor.database, rulesRow, rulesQuery(actor, 'SELECT ?'), bodyId)

export const readRulesOfAll = (actor: Actor): RulesRow[] =>
  keptRows(actor.database, rulesRow, rulesQuery(actor, 'SELECT id FROM Body'))

const heldRow = rowsOf({ day: column.day })

/** The day of the last meeting that was held since a day. */
export const readLastHeld = (db: Database, bodyId: number, since: Day): Day | null =>
  db.sql.get(
    heldRow,
    `SELECT day FROM Meeting WHERE bodyId = ? AND day >= ? AND ${isHeldSql('state')}
     ORDER BY day DESC LIMIT 1`,
    bodyId,
    since,
  )?.day ?? null

const meetingLineColumns = {
  id: column.number,
  number: column.text,
  day: column.day,
  startsAt: column.text,
  place: column.text,
  state: column.text,
}
const meetingLineRow = rowsOf(meetingLineColumns)
export type MeetingLine = RowOf<typeof meetingLineRow>

/** The body's meetings nearest to come or latest held, of those that this person may see. */
export const readMeetings = (actor: Actor, bodyId: number): MeetingLine[] =>
  actor.database.sql.all(
    meetingLineRow,
    `SELECT m.id, m.number, m.day, m.startsAt, m.place, m.state FROM Meeting m
     WHERE m.bodyId = ? AND ${viewOf(actor).meetings('m')} ORDER BY m.day DESC, m.startsAt DESC, m.id DESC LIMIT 10`,
    bodyId,
  )

const appointingRow = rowsOf({ ...meetingLineColumns, body: column.text, side: column.oneOf<Side>() })

/** Where someone may have been appointed: meetings held by the appointing bodies, of those that this person may see. */
export const readAppointingMeetings = (actor: Actor, sides: readonly Side[]): RowOf<typeof appointingRow>[] =>
  actor.database.sql.all(
    appointingRow,
    `SELECT m.id, m.number, m.day, m.startsAt, m.place, m.state, b.name AS body, b.side
     FROM Body b CROSS JOIN Meeting m ON m.bodyId = b.id
     WHERE b.kind IN ('STRATEGY_GROUP', 'DECIDING_BODY') AND b.side IN (?, ?) AND m.state <> 'CANCELLED'
       AND m.day <= ? AND ${viewOf(actor).meetings('m')} ORDER BY m.day DESC, m.startsAt DESC, m.id DESC LIMIT 20`,
    sides[0] ?? '',
    sides[1] ?? '',
    actor.today,
  )

const candidateRow = rowsOf({
  id: column.number,
  name: column.text,
  organisation: column.text,
  side: column.oneOf<Side>(),
  endedOn: column.orNull(column.day),
})
export type Candidate = RowOf<typeof candidateRow>

/** Everybody who belongs to one of the sides, also those who have left: they sat here in earlier days. */
export const readCandidates = (db: Database, sides: readonly Side[]): Candidate[] =>
  db.sql.all(
    candidateRow,
    `SELECT p.id, p.name, p.endedOn, o.shortName AS organisation, o.side FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE o.side IN (?, ?) LIMIT 2000`,
    sides[0] ?? '',
    sides[1] ?? '',
  )
