import { dayInRow, momentInRow } from '../../../kernel/days.ts'
import { type Oere, oere } from '../../../kernel/money.ts'

interface Stored {
  from: string
  to: string | null
  sourceDay: string
  supersededFrom: string | null
  revokedFrom: string | null
  activatedAt: string | null
  limitPerDecision: bigint | null
  total: bigint | null
  adjusted: bigint
  drawn: bigint
}

/** A mandate's row as the ORM gives it, with its days and amounts as what they are. */
export function mandateOf<Row extends Stored>(row: Row) {
  return {
    ...row,
    from: dayInRow(row.from),
    to: dayInRow(row.to),
    sourceDay: dayInRow(row.sourceDay),
    supersededFrom: dayInRow(row.supersededFrom),
    revokedFrom: dayInRow(row.revokedFrom),
    activatedAt: momentInRow(row.activatedAt),
    limitPerDecision: amountOf(row.limitPerDecision),
    total: amountOf(row.total),
    adjusted: oere(row.adjusted),
    drawn: oere(row.drawn),
  }
}

const amountOf = (stored: bigint | null): Oere | null => (stored === null ? null : oere(stored))
