import type { Day } from '../../../kernel/days.ts'
import { dayBefore, type Period } from '../../../kernel/periods.ts'

/** What is told from a day on, and holds until the next one. A mistaken one is pointed back at by what replaces it. */
export interface Dated {
  id: number
  from: Day
  correctsId: number | null
}

/** Those that no other stands in the place of, the earliest first. */
export function standing<Row extends Dated>(rows: readonly Row[]): Row[] {
  const corrected = new Set(rows.map(({ correctsId }) => correctsId))
  return rows
    .filter(({ id }) => !corrected.has(id))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.id - other.id))
}

/** The one that holds on a day. @param rows standing ones */
export const heldOn = <Row extends Dated>(rows: readonly Row[], on: Day): Row | undefined =>
  rows.findLast(({ from }) => from <= on)

/** Each with the days that it holds: to the day before the next one, the last one to the last day of the whole. */
export const withPeriods = <Row extends Dated>(
  rows: readonly Row[],
  lastDay: Day | null,
): { row: Row; period: Period }[] =>
  rows.map((row, at) => {
    const next = rows[at + 1]
    return { row, period: { from: row.from, to: next ? dayBefore(next.from) : lastDay } }
  })
