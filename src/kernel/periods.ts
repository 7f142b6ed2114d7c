import { addDays, type Day, dayInRow, longDay, shortDay } from './days.ts'
import { isPast, lastsSql } from './last-day.ts'

/** From a day to a last day, both counted; without a last day it still runs. */
export interface Period {
  from: Day
  to: Day | null
}

/** Of a row whose days the client gives as text: the columns hold nothing else. */
export const periodOf = ({ from, to }: { from: string; to: string | null }): Period => ({
  from: dayInRow(from),
  to: dayInRow(to),
})

export const isOn = (period: Period, on: Day): boolean => period.from <= on && (period.to === null || on <= period.to)

/**
 * The same as an SQL condition on the row with this alias.
 * @param on SQL of the day; left out: two values to bind, the day twice
 */
export const isOnSql = (alias: string, on = '?'): string =>
  `(${alias}."from" <= ${on} AND ${lastsSql(`${alias}."to"`, on)})`

export const hasEnded = (period: Period, on: Day): boolean => isPast(period.to, on)

export const overlap = (one: Period, other: Period): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/** »23.11.2020–31.12.2026«, »fra 23.11.2020« */
export const periodText = ({ from, to }: Period): string =>
  to === null ? `fra ${shortDay(from)}` : `${shortDay(from)}–${shortDay(to)}`

/** »til og med den 31. december 2026« */
export const untilText = (to: Day): string => `til og med den ${longDay(to)}`

export const dayBefore = (on: Day): Day => addDays(on, -1)
export const dayAfter = (on: Day): Day => addDays(on, 1)
