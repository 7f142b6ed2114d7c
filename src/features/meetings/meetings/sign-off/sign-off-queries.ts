import type { Side } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { SignOffRow } from '../../../ground/sealed/index.ts'
import type { SignedContent } from './meeting-sign-offs.ts'

const signOffRow = rowsOf({
  side: column.oneOf<Side>(),
  hash: column.text,
  at: column.moment,
  person: column.text,
  voidedAt: column.orNull(column.moment),
  voidedReason: column.orNull(column.text),
})

/** All that were given, those that stand no more too, in the order that they were given. */
export const signOffRows = (db: Database, meetingId: number, content: SignedContent): SignOffRow[] =>
  db.sql.all(
    signOffRow,
    `SELECT s.side, s.hash, s.at, p.name AS person, s.voidedAt, s.voidedReason
     FROM SignOff s JOIN Person p ON p.id = s.personId WHERE s.meetingId = ? AND s.content = ? ORDER BY s.id`,
    meetingId,
    content,
  )
