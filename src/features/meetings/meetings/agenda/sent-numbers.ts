import { untilCommit } from '../../../../database/until-commit.ts'
import type { SentNumber } from '../items/item-numbers.ts'
import type { Reader } from './load-agenda.ts'

const text = `SELECT v.number AS sending, json_extract(e.value, '$.id') AS id, json_extract(e.value, '$.position') AS number
  FROM AgendaVersion v, json_each(v.content, '$.items') e WHERE v.meetingId = ? ORDER BY v.number, e.key`

/** What was sent is kept in the sendings themselves, which nobody edits. */
export async function sentNumbersIn(read: Reader, meetingId: number): Promise<SentNumber[]> {
  const rows = await read<Record<keyof SentNumber, number | bigint>>(text, meetingId)
  return rows.map(({ id, number, sending }) => ({ id: Number(id), number: Number(number), sending: Number(sending) }))
}

/** The same for pages. */
export const sentNumbers = untilCommit<number, SentNumber[]>(60, (db, meetingId) => db.sql.all(text, meetingId))
