import type { Day } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import type { Reader } from '../agenda/load-agenda.ts'

/** The rules of procedure that govern a meeting: those in force on its day, not on the day one looks. */
export interface RulesInForce {
  id: number
  number: number
  noticeWorkdays: number
  proposalDeadlineWorkdays: number
  objectionDays: number
  writtenProcedureAllowed: boolean
}

/** @throws Refusal when the body has no rules on that day: every body with meetings must have (R64). */
export async function rulesOn(read: Reader, bodyId: number, meetingDay: Day): Promise<RulesInForce> {
  const found = await findRules(read, bodyId, meetingDay)
  if (!found) throw brokenRule('Organet har ingen forretningsorden, der gælder på mødedagen.', 'day')
  return found
}

export async function findRules(read: Reader, bodyId: number, meetingDay: Day): Promise<RulesInForce | null> {
  const [row] = await read<
    Omit<RulesInForce, 'writtenProcedureAllowed'> & { writtenProcedureAllowed: number | boolean }
  >(
    `SELECT id, number, noticeWorkdays, proposalDeadlineWorkdays, objectionDays, writtenProcedureAllowed
     FROM RulesOfProcedure WHERE bodyId = ? AND "from" <= ? ORDER BY "from" DESC, number DESC LIMIT 1`,
    bodyId,
    meetingDay,
  )
  return row ? { ...row, writtenProcedureAllowed: Boolean(row.writtenProcedureAllowed) } : null
}
