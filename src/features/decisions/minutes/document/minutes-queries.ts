import type { Side } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import type { Day, Instant } from '../../../../kernel/days.ts'

export interface VersionRow {
  id: number
  number: number
  content: string
  hash: string
  sentAt: Instant
  sentBy: string | null
  objectionsUntil: Day
  approvedAt: Instant | null
  approvedBy: string | null
}

/** Every version that was sent, the latest first. */
export const readVersions = (db: Database, meetingId: number): VersionRow[] =>
  db.sql.all<VersionRow>(
    `SELECT v.id, v.number, v.content, v.hash, v.sentAt, s.name AS sentBy, v.objectionsUntil, v.approvedAt,
            a.name AS approvedBy
     FROM MinutesVersion v LEFT JOIN Person s ON s.id = v.sentById LEFT JOIN Person a ON a.id = v.approvedById
     WHERE v.meetingId = ? ORDER BY v.number DESC`,
    meetingId,
  )

export interface MinutesSignOff {
  side: Side
  hash: string
  at: Instant
  person: string
  voidedAt: Instant | null
  voidedReason: string | null
}

export const readSignOffs = (db: Database, meetingId: number): MinutesSignOff[] =>
  db.sql.all<MinutesSignOff>(
    `SELECT s.side, s.hash, s.at, p.name AS person, s.voidedAt, s.voidedReason
     FROM SignOff s JOIN Person p ON p.id = s.personId
     WHERE s.meetingId = ? AND s.content = 'MINUTES' ORDER BY s.id`,
    meetingId,
  )

export interface ObjectionRow {
  id: number
  version: number
  itemPosition: number | null
  name: string
  text: string
  at: Instant
  answer: string | null
  upheld: 0 | 1 | null
  answeredBy: string | null
  answeredAt: Instant | null
}

export const readObjections = (db: Database, meetingId: number): ObjectionRow[] =>
  db.sql.all<ObjectionRow>(
    `SELECT o.id, v.number AS version, o.itemPosition, o.name, o.text, o.at, o.answer, o.upheld, p.name AS answeredBy,
            o.answeredAt
     FROM Objection o JOIN MinutesVersion v ON v.id = o.versionId LEFT JOIN Person p ON p.id = o.answeredById
     WHERE o.meetingId = ? ORDER BY o.id`,
    meetingId,
  )

export interface CorrectionRow {
  itemPosition: number | null
  text: string
  reason: string
  name: string
  at: Instant
}

export const readCorrections = (db: Database, meetingId: number): CorrectionRow[] =>
  db.sql.all<CorrectionRow>(
    `SELECT itemPosition, text, reason, name, at FROM Correction WHERE meetingId = ? ORDER BY id`,
    meetingId,
  )

/** How the sealed minutes came to be approved, when somebody did it. */
export const readApproval = (db: Database, meetingId: number) =>
  db.sql.get<{ at: Instant; reason: string | null }>(
    `SELECT at, reason FROM MeetingStep WHERE meetingId = ? AND kind = 'APPROVE_MINUTES' ORDER BY id DESC LIMIT 1`,
    meetingId,
  ) ?? null

/** Later meetings of the same body that may have approved the minutes. */
export const readLaterMeetings = (db: Database, meeting: { id: number; bodyId: number; day: string }) =>
  db.sql.all<{ id: number; number: string; day: Day }>(
    `SELECT id, number, day FROM Meeting WHERE bodyId = ? AND id <> ? AND day >= ?
       AND state IN ('IN_SESSION','MINUTES_IN_PREPARATION','MINUTES_OUT','MINUTES_APPROVED') ORDER BY day LIMIT 20`,
    meeting.bodyId,
    meeting.id,
    meeting.day,
  )
