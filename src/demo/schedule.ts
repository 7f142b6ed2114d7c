import { addDays, type Day, day, isWorkday } from '../kernel/days.ts'

/** A day for a meeting near the one asked for: a workday, not in July, not between Christmas and New Year. */
export function meetingDay(today: Day, days: number): Day {
  const forward = days >= 0
  let found = addDays(today, days)
  // Today's own meeting is held today, or on the last workday; the others stay on their side of today.
  while (!isWorkday(found) || (days !== 0 && isHoliday(found))) found = addDays(found, days === 0 || !forward ? -1 : 1)
  return found
}

function isHoliday(on: Day): boolean {
  const monthDay = on.slice(5)
  return (monthDay >= '07-01' && monthDay <= '07-31') || monthDay >= '12-20' || monthDay <= '01-03'
}

/** Text with what is only known when the demo is laid out: {år}, {år+1}, {dag+60}. */
export function filledIn(text: string, on: Day, long: (on: Day) => string): string {
  const year = Number(on.slice(0, 4))
  return text
    .replace(/\{år(?:\+(\d+))?\}/g, (_all, more?: string) => String(year + Number(more ?? 0)))
    .replace(/\{dag\+(\d+)\}/g, (_all, more: string) => long(addDays(on, Number(more))))
}

export const firstDayOf = (year: number): Day => day(`${year}-01-01`)
export const lastDayOf = (year: number): Day => day(`${year}-12-31`)
