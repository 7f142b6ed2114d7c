import { opennessColumns } from '../../../../access/openness.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { type SeatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import type { Attender, MeetingRow, QuorumRules } from '../../../meetings/meetings/index.ts'
import { loadMeeting } from '../../../meetings/meetings/index.ts'
import type { ItemKind, Outcome } from './session-rules.ts'

export interface AttendanceRow extends Attender {
  seatId: number | null
  name: string
  title: string | null
  organisation: string
  standsInFor: string | null
  version: number
  seated: boolean
  /** A substitute whose member's seat is empty that day. */
  fillsSeat: boolean
}

export interface SessionItem {
  id: number
  position: number
  title: string
  kind: ItemKind
  standing: string | null
  plannedMinutes: number
  presenter: string | null
  closed: 0 | 1
  sentClosed: 0 | 1 | null
  closedReason: string | null
  publicTitle: string | null
  recommendation: string
  presentation: string
  text: string | null
  outcome: Outcome | null
  outcomeNote: string | null
  kindChangedTo: ItemKind | null
  openedInstead: 0 | 1 | null
  closedInstead: 0 | 1 | null
  withoutConsequences: 0 | 1 | null
  version: number | null
  /** The later meeting that it was carried to. */
  carriedTo: string | null
}

export interface RecusalRow {
  id: number
  itemId: number
  personId: number
  name: string
  reason: string
}

export interface SessionDecision {
  id: number
  itemId: number
  number: string
  title: string
  state: string
  check: string
}

export interface Session {
  meeting: MeetingRow
  openedAt: Instant | null
  attendance: AttendanceRow[]
  items: SessionItem[]
  recusals: RecusalRow[]
  decisions: SessionDecision[]
  guests: { id: number; name: string; organisation: string; position: number | null; itemId: number | null }[]
  rules: QuorumRules
}

/** Everything that the session page shows, in nine statements whatever the size of the meeting. */
export async function readSession(db: Database, meetingId: number): Promise<Session> {
  const meeting = await loadMeeting(rowReader(db), meetingId)
  return {
    meeting,
    openedAt:
      db.sql.get<{ at: Instant }>(
        `SELECT at FROM MeetingStep WHERE meetingId = ? AND kind = 'OPEN' ORDER BY id LIMIT 1`,
        meetingId,
      )?.at ?? null,
    attendance: readAttendance(db, meeting),
    items: db.sql.all<SessionItem>(
      `SELECT i.id, i.position, i.title, i.kind, i.standing, i.plannedMinutes, i.presenter, i.closedReason,
              i.publicTitle, i.recommendation, i.presentation, t.text, t.outcome, t.outcomeNote, t.kindChangedTo,
              ${opennessColumns('i', 't')}, t.withoutConsequences, t.version,
              (SELECT m.number FROM AgendaItem c JOIN Meeting m ON m.id = c.meetingId
               WHERE c.carriedFromId = i.id AND c.removedAt IS NULL LIMIT 1) AS carriedTo
       FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY i.position`,
      meetingId,
    ),
    recusals: db.sql.all<RecusalRow>(
      `SELECT r.id, r.itemId, r.personId, coalesce(a.name, p.name) AS name, r.reason
       FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId JOIN Person p ON p.id = r.personId
         LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = r.personId
       WHERE i.meetingId = ? AND r.endedAt IS NULL ORDER BY r.id`,
      meetingId,
    ),
    decisions: db.sql.all<SessionDecision>(
      `SELECT id, itemId, number, title, state, "check" FROM Decision
       WHERE meetingId = ? AND state <> 'ANNULLED' ORDER BY serial`,
      meetingId,
    ),
    guests: db.sql.all(
      `SELECT g.id, g.name, g.organisation, i.position, g.itemId FROM Guest g LEFT JOIN AgendaItem i ON i.id = g.itemId
       WHERE g.meetingId = ? ORDER BY i.position, g.id`,
      meetingId,
    ),
    rules: readQuorumRules(db, meeting),
  }
}

function readAttendance(db: Database, { id, bodyId, day }: MeetingRow): AttendanceRow[] {
  const rows = db.sql.all<Omit<AttendanceRow, 'seated' | 'fillsSeat'>>(
    `SELECT a.id, a.personId, a.seatId, a.name, a.title, a.role, a.organisation, a.side, a.status, a.standsInForId,
            f.name AS standsInFor, a.arrivedAtItem, a.leftAfterItem, a.version
     FROM Attendance a LEFT JOIN Attendance f ON f.id = a.standsInForId WHERE a.meetingId = ?
     ORDER BY a.side, CASE a.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 WHEN 'MEMBER' THEN 3 ELSE 4 END, a.id`,
    id,
  )
  return withSeats(rows, seatsOnDay(db.sql.all<SeatPeriod>(seatPeriods, bodyId), day))
}

function readQuorumRules(db: Database, meeting: MeetingRow): QuorumRules {
  const rules = db.sql.get<{ quorumHousing: number; quorumMunicipality: number }>(
    `SELECT quorumHousing, quorumMunicipality FROM RulesOfProcedure WHERE bodyId = ? AND "from" <= ?
     ORDER BY "from" DESC, number DESC LIMIT 1`,
    meeting.bodyId,
    meeting.day,
  )
  const secretariesSit = meeting.bodyKind === 'SECRETARIAT'
  return { ...(rules ?? { quorumHousing: 0, quorumMunicipality: 0 }), secretariesSit }
}

export interface StatementRow {
  id: number
  personId: number
  name: string
  text: string
}

export const readStatements = (db: Database, itemId: number): StatementRow[] =>
  db.sql.all<StatementRow>(`SELECT id, personId, name, text FROM MinutedStatement WHERE itemId = ? ORDER BY id`, itemId)

export const readItemFollowUps = (db: Database, itemId: number) =>
  db.sql.all<{ id: number; text: string; organisation: string; dueDay: string }>(
    `SELECT f.id, f.text, o.name AS organisation, f.dueDay FROM FollowUp f
       JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Decision d ON d.id = f.decisionId
     WHERE f.itemId = ? AND (d.id IS NULL OR d.state <> 'ANNULLED') ORDER BY f.id`,
    itemId,
  )
