import type { Day } from './days.ts'

/** Of every deadline and every period: the last day counts, to its end; without a last day there is no end. */

export const isPast = (last: Day | null, on: Day): boolean => last !== null && last < on

/** The same as an SQL condition on the column with the last day; left out: one value to bind, the day. */
export const isPastSql = (last: string, on = '?'): string => `(${last} IS NOT NULL AND ${last} < ${on})`

/** That it is not, as SQL. */
export const lastsSql = (last: string, on = '?'): string => `(${last} IS NULL OR ${last} >= ${on})`
