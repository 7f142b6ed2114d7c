import type { Day } from '../kernel/days.ts'

export type FollowUpState = 'OPEN' | 'OVERDUE' | 'CLOSED'

/** The state follows from the dates: overdue is right also when no scheduler ran. Asked here alone. */
export function followUpStateOn(followUp: { dueDay: Day; closedAt: string | null }, today: Day): FollowUpState {
  if (followUp.closedAt !== null) return 'CLOSED'
  return followUp.dueDay < today ? 'OVERDUE' : 'OPEN'
}

/** SQL conditions: it is still to be done, overdue or not; or it is closed. `f` is the follow-up's alias. */
export const openFollowUpSql = (f: string): string => `${f}.closedAt IS NULL`
export const closedFollowUpSql = (f: string): string => `${f}.closedAt IS NOT NULL`

/** SQL condition: open and past its day; one value to bind: today. */
export const overdueFollowUpSql = (f: string): string => `(${openFollowUpSql(f)} AND ${f}.dueDay < ?)`
