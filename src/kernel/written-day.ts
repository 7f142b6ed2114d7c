import { type Day, day, weekdayOf } from './days.ts'

const months = 'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december'.split(',')

/** The days that a form takes: what lies outside is a slip, and 9999 a way to say »for ever«. */
export const isPlausible = (on: Day): boolean => on >= '1900-01-01' && on <= '2199-12-31'

/**
 * A day as a person types it, where that can mean one day only: 23.11.2026, 23/11-2026, 1.3.27, 1. marts 2027, mandag den
 * 1. marts 2027, 2027-03-01, 20270301. Null: no day, none between 1900 and 2199, or one of several.
 */
export function parseDanishDay(text: string): Day | null {
  const on = readDay(text)
  return on !== null && isPlausible(on) ? on : null
}

/** The same, whatever the century: to say of a day that it lies too far away. */
export function readDay(text: string): Day | null {
  const typed = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[‐‑–−]/g, '-')
  return named(typed) ?? numbered(typed) ?? joined(typed)
}

/** »mandag den 1. marts 2027«. A weekday that is not the day's own makes it two days. */
function named(typed: string): Day | null {
  const [, weekday, date, month = '', year = ''] =
    /^(?:(?:(\p{L}+dag),? )?(?:den |d\. ?)?)(\d{1,2})\.? ?(\p{L}{3,9})\.?,? (\d{4}|\d{2})$/u.exec(typed) ?? []
  const at = months.findIndex(name => name === month || isShort(month, name))
  const on = date && at >= 0 ? dayOf(fullYear(year), at + 1, date) : null
  return on && weekday && weekdayOf(on) !== weekday ? null : on
}

const isShort = (month: string, name: string): boolean => name.startsWith(month) && /^(.{3}|sept)$/.test(month)

function numbered(typed: string): Day | null {
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(typed)
  if (iso) return dayOf(iso[1], iso[3], iso[4])
  const danish = /^(?:den |d\. ?)?(\d{1,2})(?:[./-] ?)(\d{1,2})\.?(?: ?[./-] ?| )(\d{4}|\d{2})$/.exec(typed)
  return danish ? dayOf(fullYear(danish[3]), danish[2], danish[1]) : null
}

/** Eight digits, with the year first or last, where only one of the two is a day. */
function joined(typed: string): Day | null {
  if (!/^\d{8}$/.test(typed)) return null
  const found = [
    dayOf(typed.slice(0, 4), typed.slice(4, 6), typed.slice(6)),
    dayOf(typed.slice(4), typed.slice(2, 4), typed.slice(0, 2)),
  ].filter((on): on is Day => on !== null && isPlausible(on))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** »27« is 2027. From »70« on it could be either century's. */
function fullYear(year: string | undefined): string | undefined {
  if (year?.length !== 2) return year
  return Number(year) < 70 ? `20${year}` : undefined
}

function dayOf(year: string | undefined, month: string | number | undefined, date: string | undefined): Day | null {
  if (year === undefined) return null
  try {
    return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  } catch {
    return null
  }
}
