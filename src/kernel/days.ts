import { Temporal } from 'temporal-polyfill'
import { holidayName, isHoliday } from './holidays.ts'

/** A day in Denmark, 'YYYY-MM-DD'. Sorts as text. */
export type Day = string & { readonly brand: 'Day' }

/** A moment, ISO 8601 in UTC with milliseconds: '2026-11-24T08:30:00.000Z'. Sorts as text. */
export type Instant = string & { readonly brand: 'Instant' }

const zone = 'Europe/Copenhagen'
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** @throws RangeError when there is no such day in the calendar */
export function day(text: string): Day {
  if (!dayPattern.test(text) || !isInCalendar(text)) throw new RangeError(`Not a day: ${text}`)
  return text as Day
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isInCalendar(text: string): boolean {
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (date < 1 || date > (monthLengths[month - 1] ?? 0)) return false
  return month !== 2 || date < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

/** @throws RangeError when the text names no moment */
export const instant = (text: string): Instant => momentText(Temporal.Instant.from(text).epochMilliseconds)

const momentText = (epochMilliseconds: number): Instant => instantOf(new Date(epochMilliseconds))

const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * The day that a row of the file holds; what is empty stays empty.
 * @throws RangeError for any other text: a damaged row is not read as a day
 */
export const dayInRow = <Text extends string | null | undefined>(text: Text): Day | Exclude<Text, string> =>
  typeof text === 'string' ? day(text) : (text as Exclude<Text, string>)

/**
 * The moment that a row of the file holds; what is empty stays empty.
 * @throws RangeError for any other text: a damaged row is not read as a moment
 */
export function momentInRow<Text extends string | null | undefined>(text: Text): Instant | Exclude<Text, string> {
  if (typeof text !== 'string') return text as Exclude<Text, string>
  if (!momentPattern.test(text)) throw new RangeError(`Not a moment: ${text}`)
  return text as Instant
}

/** The moment of a date as the process knows it. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant

const pad = (number: string | number | undefined): string => String(number ?? '').padStart(2, '0')

/** The Danish day that a moment falls on. */
export const dayOf = (at: Instant): Day => danishClock(at).slice(0, 10) as Day

/** The Danish time of day of a moment, '14:30'. */
export const timeOf = (at: Instant): string => danishClock(at).slice(11, 16)

/** What clocks in Denmark show, '2026-11-24T09:30:00.000'. */
function danishClock(at: Instant): string {
  const ahead = aheadAllDay(at.slice(0, 10)) ?? millisecondsAhead(at)
  return new Date(Date.parse(at) + ahead).toISOString().slice(0, -1)
}

const daysKept = 5000
const kept = new Map<string, number | null>()

/**
 * How far Danish clocks are ahead through a UTC day, in milliseconds; null on the days when that changes. Kept, since
 * asking the calendar of time zones costs more than all else about a moment, and a page prints many.
 */
function aheadAllDay(utcDay: string): number | null {
  const known = kept.get(utcDay)
  if (known !== undefined) return known
  const first = millisecondsAhead(`${utcDay}T00:00:00.000Z` as Instant)
  const ahead = first === millisecondsAhead(`${utcDay}T23:59:59.999Z` as Instant) ? first : null
  if (kept.size >= daysKept) kept.clear()
  kept.set(utcDay, ahead)
  return ahead
}

const millisecondsAhead = (at: Instant): number =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000

/**
 * The moment of a Danish day and time of day. A time that summer time skips becomes the one an hour later; one that
 * comes twice is the first.
 */
export function momentOf(on: Day, time: string): Instant {
  const local = Temporal.PlainDate.from(on).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  })
  return momentText(local.epochMilliseconds)
}

export const addDays = (on: Day, days: number): Day => fromEpochDays(epochDays(on) + days)

/** Days from one to the other: negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => epochDays(to) - epochDays(from)

/** Days since 1 January 1970. Years are counted from March, so that a leap day is the last of its year. */
function epochDays(on: Day): number {
  const month = Number(on.slice(5, 7))
  const year = Number(on.slice(0, 4)) - (month < 3 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(on.slice(8)) - 1
  return daysToYear(year) + dayOfYear - daysToMarch1970
}

function fromEpochDays(days: number): Day {
  const all = days + daysToMarch1970
  let year = Math.floor((all + 1) / 365.2425)
  if (daysToYear(year) > all) year -= 1
  else if (daysToYear(year + 1) <= all) year += 1
  const dayOfYear = all - daysToYear(year)
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = (fromMarch + 2) % 12
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return `${String(year + (month < 2 ? 1 : 0)).padStart(4, '0')}-${twoDigits[month + 1]}-${twoDigits[date]}` as Day
}

/** To 1 March of a year, from 1 March of year 0. */
const daysToYear = (year: number): number =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)

const daysToMarch1970 = 719_468
const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** 1 is Monday, 7 is Sunday. */
export const weekdayNumber = (on: Day): number => weekdayAt(epochDays(on))

const weekdayAt = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** What a public holiday, or a day that offices keep closed, is called; null: it is none. */
export const holidayOn = (on: Day): string | null => holidayName(epochDays(on))

/** Monday to Friday, unless a public holiday or one of the days that offices keep closed (holidays.ts). */
export const isWorkday = (on: Day): boolean => isWorkdayAt(epochDays(on))

const isWorkdayAt = (days: number): boolean => weekdayAt(days) <= 5 && !isHoliday(days)

/** The n-th workday after a day, or before it when n is negative. 0: the day itself, whatever it is. */
export function addWorkdays(on: Day, workdays: number): Day {
  const step = workdays < 0 ? -1 : 1
  let found = epochDays(on)
  for (let left = Math.abs(workdays); left > 0; ) {
    found += step
    if (isWorkdayAt(found)) left -= 1
  }
  return fromEpochDays(found)
}

/** Workdays after `from` up to and including `to`; negative when `to` is the earlier: addWorkdays' opposite. */
export function workdaysBetween(from: Day, to: Day): number {
  if (to < from) return -workdaysBetween(to, from)
  const last = epochDays(to)
  let count = 0
  for (let days = epochDays(from) + 1; days <= last; days += 1) {
    if (isWorkdayAt(days)) count += 1
  }
  return count
}

export const yearOf = (on: Day): number => Number(on.slice(0, 4))

/** '14:30' and 20 become '14:50'. Past midnight it begins anew. */
export function addMinutes(time: string, minutes: number): string {
  const total = (((Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes) % 1440) + 1440) % 1440
  return `${pad(Math.floor(total / 60))}:${pad(total % 60)}`
}

const months = 'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december'.split(',')
const weekdays = 'mandag,tirsdag,onsdag,torsdag,fredag,lørdag,søndag'.split(',')

/** '23. november 2026' */
export const longDay = (on: Day): string =>
  `${Number(on.slice(8, 10))}. ${months[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}`

export type DayPrecision = 'DAY' | 'MONTH' | 'YEAR'

/** '1. september 2008', 'september 2008' or '2008': no more than is known (R103). */
export function writtenDay(on: Day, precision: DayPrecision): string {
  if (precision === 'YEAR') return on.slice(0, 4)
  return precision === 'MONTH' ? longDay(on).replace(/^\d+\. /, '') : longDay(on)
}

/** '23.11.2026': in tables, where days stand under each other. In sentences: longDay. */
export const shortDay = (on: Day): string => `${on.slice(8, 10)}.${on.slice(5, 7)}.${on.slice(0, 4)}`

/** '23.11.2026 kl. 10.15': the form of a moment in a table, as shortDay is that of a day. */
export const shortMoment = (at: Instant): string => `${shortDay(dayOf(at))} ${clockTime(timeOf(at))}`

/** 'mandag' */
export const weekdayOf = (on: Day): string => weekdays[weekdayNumber(on) - 1] ?? ''

/** 'kl. 14.30' */
export const clockTime = (time: string): string => `kl. ${Number(time.slice(0, 2))}.${time.slice(3, 5)}`

/** '23. november 2026 kl. 10.15' */
export const longMoment = (at: Instant): string => `${longDay(dayOf(at))} ${clockTime(timeOf(at))}`
