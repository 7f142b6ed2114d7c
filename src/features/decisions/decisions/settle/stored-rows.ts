import type { Day } from '../../../../kernel/days.ts'

/** A decision's row as the ORM gives it, with its days as what they are. */
export const decisionOf = <Row extends { decidedOn: string; effectiveOn: string | null }>(row: Row) => ({
  ...row,
  decidedOn: row.decidedOn as Day,
  effectiveOn: row.effectiveOn as Day | null,
})

/** The same of a referral. */
export const referralOf = <Row extends { dueDay: string; answeredOn: string | null }>(row: Row) => ({
  ...row,
  dueDay: row.dueDay as Day,
  answeredOn: row.answeredOn as Day | null,
})
