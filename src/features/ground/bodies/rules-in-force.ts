import type { RowReader } from '../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'

/**
 * Which rules of procedure govern a day (R62): of those that were in force from that day or before it the latest, and of
 * two from the same day the later number. What is asked of a meeting is asked of its own day, not of the day one looks.
 */
export function rulesInForce<Rules extends { from: string; number: number }>(
  rules: readonly Rules[],
  on: Day,
): Rules | null {
  const begun = rules.filter(({ from }) => from <= on)
  const later = (one: Rules, other: Rules) =>
    one.from > other.from || (one.from === other.from && one.number > other.number)
  return begun.reduce<Rules | null>((latest, one) => (latest && later(latest, one) ? latest : one), null)
}

/** The same as SQL: their id; null: the body has none. Both are SQL of what is asked about. */
export const rulesInForceSql = (bodyId: string, on: string): string =>
  `(SELECT rif.id FROM RulesOfProcedure rif WHERE rif.bodyId = ${bodyId} AND rif."from" <= ${on}
    ORDER BY rif."from" DESC, rif.number DESC LIMIT 1)`

export type RulesInForce = RowOf<typeof rulesRow>

const rulesRow = rowsOf({
  id: column.number,
  number: column.number,
  noticeWorkdays: column.number,
  proposalDeadlineWorkdays: column.number,
  objectionDays: column.number,
  quorumHousing: column.number,
  quorumMunicipality: column.number,
  consensusOfBothSides: column.flag,
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
    `SELECT r.id, r.number, r.noticeWorkdays, r.proposalDeadlineWorkdays, r.objectionDays, r.quorumHousing,
            r.quorumMunicipality, r.consensusOfBothSides, r.writtenProcedureAllowed
     FROM RulesOfProcedure r WHERE r.id = ${rulesInForceSql('?', '?')}`,
    bodyId,
    meetingDay,
  )
  return row ?? null
}
