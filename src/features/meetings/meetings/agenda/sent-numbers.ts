import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { SentNumber } from '../items/item-numbers.ts'

const text = `SELECT v.number AS sending, json_extract(e.value, '$.id') AS id, json_extract(e.value, '$.position') AS number
  FROM AgendaVersion v, json_each(v.content, '$.items') e WHERE v.meetingId = ? ORDER BY v.number, e.key`

const numberRow = rowsOf({ sending: column.number, id: column.number, number: column.number })

/** What was sent is kept in the sendings themselves, which nobody edits. */
export const sentNumbersIn = async (read: RowReader, meetingId: number): Promise<SentNumber[]> =>
  read(numberRow, text, meetingId)

/** The same for pages. */
export const sentNumbers = untilCommit<number, SentNumber[]>(60, (db, meetingId) =>
  db.sql.all(numberRow, text, meetingId),
)
