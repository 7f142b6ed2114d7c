import { addDays, type Day, day } from '../../../../kernel/days.ts'
import { lastYearDue } from '../indicators/indicator-rules.ts'

/** How an indicator comes, and how far it has come. */
export interface Coming {
  everyYears: number
  /** 1 to 12: a year's figures are there by the end of this month of the year after. */
  dueMonth: number
  lastYear: number | null
  /** The last year that it is measured; null: it goes on. */
  endedYear: number | null
}

/** The year whose figures should be there by now and are of no place; null: nothing is late. */
export function missingYear({ everyYears, dueMonth, lastYear, endedYear }: Coming, today: Day): number | null {
  const due = Math.min(lastYearDue(today, dueMonth), endedYear ?? 9999)
  if (lastYear === null) return due
  return lastYear + everyYears <= due ? lastYear + everyYears : null
}

export const isLate = (coming: Coming, today: Day): boolean => missingYear(coming, today) !== null

/** The next year that is to come; null: it is measured no more. */
export function nextYear({ everyYears, lastYear, endedYear, dueMonth }: Coming, today: Day): number | null {
  const next = lastYear === null ? lastYearDue(today, dueMonth) : lastYear + everyYears
  return endedYear !== null && next > endedYear ? null : next
}

/** The last day by which a year's figures should be there. */
export function dueDayOf({ dueMonth }: Pick<Coming, 'dueMonth'>, year: number): Day {
  const [after, month] = dueMonth === 12 ? [year + 2, 1] : [year + 1, dueMonth + 1]
  return addDays(day(`${after}-${String(month).padStart(2, '0')}-01`), -1)
}
