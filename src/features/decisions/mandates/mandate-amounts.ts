import { type Oere, oere } from '../../../kernel/money.ts'

/** What a mandate gives and what was taken of it: its row has the sums of its entries, kept by the database. */
export interface MandateAmounts {
  total: Oere | null
  /** Raised less lowered since it was given. */
  adjusted: Oere
  drawn: Oere
}

/** What is left to draw on, in øre; null: it has no total. */
export const remainingOf = ({ total, adjusted, drawn }: MandateAmounts): Oere | null =>
  total === null ? null : oere(total + adjusted - drawn)

export const entryKinds = ['DRAW', 'RELEASE', 'RAISE', 'LOWER', 'EARLIER_DRAW', 'EARLIER_RELEASE'] as const
export type EntryKind = (typeof entryKinds)[number]

/** An entry of the ledger; its amount is always positive. */
export interface LedgerEntry {
  kind: EntryKind
  amount: number
}

/** What an entry adds to what is drawn, in øre. */
export function drawnBy({ kind, amount }: LedgerEntry): number {
  if (kind === 'DRAW' || kind === 'EARLIER_DRAW') return amount
  return kind === 'RELEASE' || kind === 'EARLIER_RELEASE' ? -amount : 0
}

/** The same as SQL. `e` is the entry's alias. */
export const drawnSql = (e: string): string =>
  `CASE WHEN ${e}.kind IN ('DRAW', 'EARLIER_DRAW') THEN ${e}.amount
    WHEN ${e}.kind IN ('RELEASE', 'EARLIER_RELEASE') THEN -${e}.amount ELSE 0 END`

/** What an entry adds to the total, in øre. */
export function adjustedBy({ kind, amount }: LedgerEntry): number {
  if (kind === 'RAISE') return amount
  return kind === 'LOWER' ? -amount : 0
}

/** The same as SQL. */
export const adjustedSql = (e: string): string =>
  `CASE ${e}.kind WHEN 'RAISE' THEN ${e}.amount WHEN 'LOWER' THEN -${e}.amount ELSE 0 END`

/** What an entry adds to what is left, in øre. */
export const leftBy = (entry: LedgerEntry): number => adjustedBy(entry) - drawnBy(entry)

/** The same as SQL. */
export const leftSql = (e: string): string => `(${adjustedSql(e)}) - (${drawnSql(e)})`
