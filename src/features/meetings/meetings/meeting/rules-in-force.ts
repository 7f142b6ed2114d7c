import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'

/** The rules of procedure that govern a meeting: those in force on its day, not on the day one looks. */
export type RulesInForce = RowOf<typeof rulesRow>

const rulesRow = rowsOf({
  id: column.number,
  number: column.number,
  noticeWorkdays: column.number,
  proposalDeadlineWorkdays: column.number,
  objectionDays: column.number,
  writtenProcedureAllowed: column.flag,
})

/** @throws Refusal when the body has no rules on that day: every body with meetings must have (R64). */
export async function rulesOn(read: RowReader, bodyId: number, meetingDay: Day): Promise<RulesInForce> {
  const found = await findRules(read, bodyId, meetingDay)
  if (!found) throw brokenRule('Organet har ingen forretningsorden, der gælder på mødedagen.', 'day')
  return found
}

export async function findRules(read: RowReader, bodyId: number, meetingDay: Day): Promise<RulesInForce | null> {
  const [row] = await read(
    rulesRow,
    `SELECT id, number, noticeWorkdays, proposalDeadlineWorkdays, objectionDays, writtenProcedureAllowed
     FROM RulesOfProcedure WHERE bodyId = ? AND "from" <= ? ORDER BY "from" DESC, number DESC LIMIT 1`,
    bodyId,
    meetingDay,
  )
  return row ?? null
}
