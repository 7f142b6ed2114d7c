import { type Day, dayInRow } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import type { Duty } from './given-duties.ts'

/** Whether a duty comes in a year. */
export const comesIn = ({ firstYear, everyYears, lastYear }: Duty, year: number): boolean =>
  year >= firstYear && (lastYear === null || year <= lastYear) && (year - firstYear) % everyYears === 0

/** The days of a duty in a year: the 29th of February of other years than leap years is the 28th. */
export const daysIn = ({ fromDay, toDay }: Pick<Duty, 'fromDay' | 'toDay'>, year: number): { day: Day; to: Day } => ({
  day: dayOfYear(year, fromDay),
  to: dayOfYear(year, toDay),
})

function dayOfYear(year: number, monthDay: string): Day {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return dayInRow(`${year}-${monthDay === '02-29' && !leap ? '02-28' : monthDay}`)
}

/** What contradicts itself in a duty, each at its field. */
export function dutyFaults(duty: Omit<Duty, 'key'>): Objection[] {
  const found: Objection[] = []
  if (duty.toDay < duty.fromDay)
    found.push(objection('Den sidste dag skal ligge i samme år som den første og ikke før den.', 'to'))
  if (duty.lastYear !== null && duty.lastYear < duty.firstYear)
    found.push(objection('Det sidste år kan ikke ligge før det første.', 'lastYear'))
  return found
}
