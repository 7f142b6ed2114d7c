import type { Database } from '../../../../database/database.ts'
import type { Instant } from '../../../../kernel/days.ts'
import type { Side, SignedContent } from './sign-off-rules.ts'

export interface SignOffRow {
  content: SignedContent
  side: Side
  hash: string
  at: Instant
  person: string
  voidedAt: string | null
  voidedReason: string | null
}

export const signOffRows = (db: Database, meetingId: number): SignOffRow[] =>
  db.sql.all<SignOffRow>(
    `SELECT s.content, s.side, s.hash, s.at, p.name AS person, s.voidedAt, s.voidedReason
     FROM SignOff s JOIN Person p ON p.id = s.personId WHERE s.meetingId = ? ORDER BY s.id`,
    meetingId,
  )
