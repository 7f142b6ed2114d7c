import type { Side } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { SignedContent } from './meeting-sign-offs.ts'

const signOffRow = rowsOf({
  content: column.oneOf<SignedContent>(),
  side: column.oneOf<Side>(),
  hash: column.text,
  at: column.moment,
  person: column.text,
  voidedAt: column.orNull(column.moment),
  voidedReason: column.orNull(column.text),
})
export type SignOffRow = RowOf<typeof signOffRow>

export const signOffRows = (db: Database, meetingId: number): SignOffRow[] =>
  db.sql.all(
    signOffRow,
    `SELECT s.content, s.side, s.hash, s.at, p.name AS person, s.voidedAt, s.voidedReason
     FROM SignOff s JOIN Person p ON p.id = s.personId WHERE s.meetingId = ? ORDER BY s.id`,
    meetingId,
  )
