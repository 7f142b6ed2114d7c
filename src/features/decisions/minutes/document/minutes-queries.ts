import { hasBegunSql } from '../../../../access/meeting-states.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'

const versionRow = rowsOf({
  id: column.number,
  number: column.number,
  content: column.text,
  hash: column.text,
  sentAt: column.moment,
  sentBy: column.orNull(column.text),
  objectionsUntil: column.day,
  approvedAt: column.orNull(column.moment),
  approvedBy: column.orNull(column.text),
})
export type VersionRow = RowOf<typeof versionRow>

/** Every version that was sent, the latest first. */
export const readVersions = (db: Database, meetingId: number): VersionRow[] =>
  db.sql.all(
    versionRow,
    `SELECT v.id, v.number, v.content, v.hash, v.sentAt, s.name AS sentBy, v.objectionsUntil, v.approvedAt,
            a.name AS approvedBy
     FROM MinutesVersion v LEFT JOIN Person s ON s.id = v.sentById LEFT JOIN Person a ON a.id = v.approvedById
     WHERE v.meetingId = ? ORDER BY v.number DESC`,
    meetingId,
  )

const objectionRow = rowsOf({
  id: column.number,
  version: column.number,
  itemPosition: column.orNull(column.number),
  name: column.text,
  text: column.text,
  at: column.moment,
  answer: column.orNull(column.text),
  upheld: column.orNull(column.flag),
  answeredBy: column.orNull(column.text),
  answeredAt: column.orNull(column.moment),
})
export type ObjectionRow = RowOf<typeof objectionRow>

export const readObjections = (db: Database, meetingId: number): ObjectionRow[] =>
  db.sql.all(
    objectionRow,
    `SELECT o.id, v.number AS version, o.itemPosition, o.name, o.text, o.at, o.answer, o.upheld, p.name AS answeredBy,
            o.answeredAt
     FROM Objection o JOIN MinutesVersion v ON v.id = o.versionId LEFT JOIN Person p ON p.id = o.answeredById
     WHERE o.meetingId = ? ORDER BY o.id`,
    meetingId,
  )

const correctionRow = rowsOf({
  itemPosition: column.orNull(column.number),
  text: column.text,
  reason: column.text,
  name: column.text,
  at: column.moment,
})
export type CorrectionRow = RowOf<typeof correctionRow>

export const readCorrections = (db: Database, meetingId: number): CorrectionRow[] =>
  db.sql.all(
    correctionRow,
    `SELECT itemPosition, text, reason, name, at FROM Correction WHERE meetingId = ? ORDER BY id`,
    meetingId,
  )

const approvalRow = rowsOf({
  at: column.moment,
  reason: column.orNull(column.text),
})

/** How the sealed minutes came to be approved, when somebody did it. */
export const readApproval = (db: Database, meetingId: number) =>
  db.sql.get(
    approvalRow,
    `SELECT at, reason FROM MeetingStep WHERE meetingId = ? AND kind = 'APPROVE_MINUTES' ORDER BY id DESC LIMIT 1`,
    meetingId,
  ) ?? null

const laterMeeting = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
})

/** Later meetings of the same body that may have approved the minutes. */
export const readLaterMeetings = (db: Database, meeting: { id: number; bodyId: number; day: string }) =>
  db.sql.all(
    laterMeeting,
    `SELECT id, number, day FROM Meeting WHERE bodyId = ? AND id <> ? AND day >= ?
       AND ${hasBegunSql('state')} ORDER BY day LIMIT 20`,
    meeting.bodyId,
    meeting.id,
    meeting.day,
  )
