import type { Day } from '../../../../kernel/days.ts'
import { isPast, isPastSql } from '../../../../kernel/last-day.ts'

export type ReferralAnswerKind = 'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'

/** What is kept of where a referral stands. */
export interface StoredReferral {
  answer: ReferralAnswerKind | null
  acceptedAt: string | null
  withdrawnAt: string | null
}

/**
 * Where a referral stands. ON_CONDITIONS: approved, and the group has not yet accepted the conditions; once it has, the
 * referral is APPROVED, and if it does not, DECLINED.
 */
export type ReferralState = 'OPEN' | 'ON_CONDITIONS' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN'

export function referralStateOf({ answer, acceptedAt, withdrawnAt }: StoredReferral): ReferralState {
  if (answer === 'DECLINED') return 'DECLINED'
  if (answer === 'APPROVED' || (answer === 'APPROVED_ON_CONDITIONS' && acceptedAt !== null)) return 'APPROVED'
  if (withdrawnAt !== null) return 'WITHDRAWN'
  return answer === null ? 'OPEN' : 'ON_CONDITIONS'
}

/** The same as SQL conditions. `r` is the referral's alias. */
export const referralStateSql: Record<ReferralState, (r: string) => string> = {
  OPEN: r => `(${r}.answer IS NULL AND ${r}.withdrawnAt IS NULL)`,
  ON_CONDITIONS: r =>
    `(${r}.answer = 'APPROVED_ON_CONDITIONS' AND ${r}.acceptedAt IS NULL AND ${r}.withdrawnAt IS NULL)`,
  APPROVED: r =>
    `(${r}.answer = 'APPROVED' OR (${r}.answer = 'APPROVED_ON_CONDITIONS' AND ${r}.acceptedAt IS NOT NULL))`,
  DECLINED: r => `(${r}.answer = 'DECLINED')`,
  WITHDRAWN: r =>
    `(${r}.withdrawnAt IS NOT NULL AND (${r}.answer IS NULL OR (${r}.answer = 'APPROVED_ON_CONDITIONS' AND ${r}.acceptedAt IS NULL)))`,
}

/** Something is still to happen with it before the decision can take effect. */
export const isWaiting = ({ state }: { state: ReferralState }): boolean => state === 'OPEN' || state === 'ON_CONDITIONS'

/** The same as SQL. */
export const waitingSql = (r: string): string => `(${referralStateSql.OPEN(r)} OR ${referralStateSql.ON_CONDITIONS(r)})`

/** The same where the ORM reads. */
export const waitingWhere = {
  withdrawnAt: null,
  OR: [{ answer: null }, { answer: 'APPROVED_ON_CONDITIONS' as const, acceptedAt: null }],
}

/** Past its last day and not answered. It follows from the date, whether or not anybody looked. */
export const isOverdue = (referral: { dueDay: Day; state: ReferralState }, today: Day): boolean =>
  referral.state === 'OPEN' && isPast(referral.dueDay, today)

/** The same as SQL; one value to bind: today. */
export const overdueSql = (r: string): string => `(${referralStateSql.OPEN(r)} AND ${isPastSql(`${r}.dueDay`)})`
