import { dayInRow } from '../../../../kernel/days.ts'

/** A decision's row as the ORM gives it, with its days as what they are. */
export const decisionOf = <Row extends { decidedOn: string; effectiveOn: string | null }>(row: Row) => ({
  ...row,
  decidedOn: dayInRow(row.decidedOn),
  effectiveOn: dayInRow(row.effectiveOn),
})

/** The same of a referral. */
export const referralOf = <Row extends { dueDay: string; answeredOn: string | null }>(row: Row) => ({
  ...row,
  dueDay: dayInRow(row.dueDay),
  answeredOn: dayInRow(row.answeredOn),
})
