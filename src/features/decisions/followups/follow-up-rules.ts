import type { Day } from '../../../kernel/days.ts'

export type FollowUpState = 'OPEN' | 'OVERDUE' | 'CLOSED'

/** The state follows from the dates: overdue is right also when no scheduler ran. */
export function followUpStateOn(followUp: { dueDay: Day; closedAt: string | null }, today: Day): FollowUpState {
  if (followUp.closedAt !== null) return 'CLOSED'
  return followUp.dueDay < today ? 'OVERDUE' : 'OPEN'
}
