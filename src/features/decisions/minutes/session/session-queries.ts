import type { SeatRole, Side } from '../../../../access/actor.ts'
import { openness, opennessColumns } from '../../../../access/openness.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { seatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import {
  type Attender,
  loadMeeting,
  type MeetingRow,
  type QuorumRules,
  quorumRulesFor,
} from '../../../meetings/meetings/index.ts'
import { type DecisionState, takenSql } from '../../decisions/index.ts'
import { checkColumn } from '../../mandates/index.ts'
import { treatedInOrder } from '../changes/agenda-change-rules.ts'
import { readSpells, type Spell } from '../changes/begin-item.ts'
import { readAgendaChanges } from '../changes/read-changes.ts'
import type { ItemKind, Outcome } from './session-rules.ts'

const attendanceRow = rowsOf({
  id: column.number,
  personId: column.number,
  seatId: column.orNull(column.number),
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<SeatRole>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<Side>()),
  status: column.orNull(column.oneOf<NonNullable<Attender['status']>>()),
  standsInForId: column.orNull(column.number),
  standsInFor: column.orNull(column.text),
  arrivedAtItem: column.orNull(column.number),
  leftAfterItem: column.orNull(column.number),
  version: column.number,
})

export type AttendanceRow = RowOf<typeof attendanceRow> & {
  seated: boolean
  /** A substitute whose member's seat is empty that day. */
  fillsSeat: boolean
}

const sessionItem = rowsOf({
  ...openness,
  id: column.number,
  position: column.number,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  standing: column.orNull(column.text),
  plannedMinutes: column.number,
  presenter: column.orNull(column.text),
  closedReason: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  recommendation: column.text,
  presentation: column.text,
  text: column.orNull(column.text),
  outcome: column.orNull(column.oneOf<Outcome>()),
  outcomeNote: column.orNull(column.text),
  kindChangedTo: column.orNull(column.oneOf<ItemKind>()),
  withoutConsequences: column.orNull(column.flag),
  version: column.orNull(column.number),
  /** The later meeting that it was carried to. */
  carriedTo: column.orNull(column.text),
})
export type SessionItem = RowOf<typeof sessionItem>

const recusalRow = rowsOf({
  id: column.number,
  itemId: column.number,
  personId: column.number,
  name: column.text,
  reason: column.text,
})
export type RecusalRow = RowOf<typeof recusalRow>

const sessionDecision = rowsOf({
  id: column.number,
  itemId: column.number,
  number: column.text,
  title: column.text,
  text: column.text,
  state: column.oneOf<DecisionState>(),
  check: checkColumn,
})
export type SessionDecision = RowOf<typeof sessionDecision>

const guestRow = rowsOf({
  id: column.number,
  name: column.text,
  organisation: column.text,
  position: column.orNull(column.number),
  itemId: column.orNull(column.number),
})

export interface Session {
  meeting: MeetingRow
  openedAt: Instant | null
  attendance: AttendanceRow[]
  items: SessionItem[]
  recusals: RecusalRow[]
  decisions: SessionDecision[]
  guests: RowOf<typeof guestRow>[]
  rules: QuorumRules
  spells: Spell[]
  /** R62: a member may open and close it when both chairs are away. */
  membersChair: boolean
}

const openedRow = rowsOf({
  at: column.moment,
})

/** Everything that the session page shows, items in the order in which the meeting treats them, in eleven statements whatever the size of the meeting. */
export async function readSession(db: Database, meetingId: number): Promise<Session> {
  const meeting = await loadMeeting(rowReader(db), meetingId)
  const changes = await readAgendaChanges(rowReader(db), meetingId)
  const rules = await findRules(rowReader(db), meeting.bodyId, meeting.day)
  return {
    meeting,
    openedAt:
      db.sql.get(
        openedRow,
        `SELECT at FROM MeetingStep WHERE meetingId = ? AND kind = 'OPEN' ORDER BY id LIMIT 1`,
        meetingId,
      )?.at ?? null,
    attendance: readAttendance(db, meeting),
    spells: readSpells(db, meetingId),
    items: treatedInOrder(
      db.sql.all(
        sessionItem,
        `SELECT i.id, i.position, i.title, i.kind, i.standing, i.plannedMinutes, i.presenter, i.closedReason,
              i.publicTitle, i.recommendation, i.presentation, t.text, t.outcome, t.outcomeNote, t.kindChangedTo,
              ${opennessColumns('i', 't')}, t.withoutConsequences, t.version,
              (SELECT m.number FROM AgendaItem c JOIN Meeting m ON m.id = c.meetingId
               WHERE c.carriedFromId = i.id AND c.removedAt IS NULL LIMIT 1) AS carriedTo
       FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY i.position`,
        meetingId,
      ),
      changes,
    ),
    recusals: db.sql.all(
      recusalRow,
      `SELECT r.id, r.itemId, r.personId, coalesce(a.name, p.name) AS name, r.reason
       FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId JOIN Person p ON p.id = r.personId
         LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = r.personId
       WHERE i.meetingId = ? AND r.endedAt IS NULL ORDER BY r.id`,
      meetingId,
    ),
    decisions: db.sql.all(
      sessionDecision,
      `SELECT id, itemId, number, title, text, state, "check" FROM Decision d
       WHERE meetingId = ? AND ${takenSql('d')} ORDER BY serial`,
      meetingId,
    ),
    guests: db.sql.all(
      guestRow,
      `SELECT g.id, g.name, g.organisation, i.position, g.itemId FROM Guest g LEFT JOIN AgendaItem i ON i.id = g.itemId
       WHERE g.meetingId = ? ORDER BY i.position, g.id`,
      meetingId,
    ),
    rules: quorumRulesFor({ kind: meeting.bodyKind }, rules),
    membersChair: rules?.chairs === 'MEMBERS',
  }
}

function readAttendance(db: Database, { id, bodyId, day }: MeetingRow): AttendanceRow[] {
  const rows = db.sql.all(
    attendanceRow,
    `SELECT a.id, a.personId, a.seatId, a.name, a.title, a.role, a.organisation, a.side, a.status, a.standsInForId,
            f.name AS standsInFor, a.arrivedAtItem, a.leftAfterItem, a.version
     FROM Attendance a LEFT JOIN Attendance f ON f.id = a.standsInForId WHERE a.meetingId = ?
     ORDER BY a.side, CASE a.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 WHEN 'MEMBER' THEN 3 ELSE 4 END, a.id`,
    id,
  )
  return withSeats(rows, seatsOnDay(db.sql.all(seatPeriod, seatPeriods, bodyId), day))
}

const statementRow = rowsOf({
  id: column.number,
  personId: column.number,
  name: column.text,
  text: column.text,
})
export type StatementRow = RowOf<typeof statementRow>

export const readStatements = (db: Database, itemId: number): StatementRow[] =>
  db.sql.all(statementRow, `SELECT id, personId, name, text FROM MinutedStatement WHERE itemId = ? ORDER BY id`, itemId)

const itemFollowUp = rowsOf({
  id: column.number,
  text: column.text,
  organisation: column.text,
  dueDay: column.day,
})

export const readItemFollowUps = (db: Database, itemId: number) =>
  db.sql.all(
    itemFollowUp,
    `SELECT f.id, f.text, o.name AS organisation, f.dueDay FROM FollowUp f
       JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Decision d ON d.id = f.decisionId
     WHERE f.itemId = ? AND (d.id IS NULL OR ${takenSql('d')}) ORDER BY f.id`,
    itemId,
  )
