import { type Day, type DayPrecision, day } from './days.ts'
import { isPlausible, parseDanishDay } from './written-day.ts'

/** A date as it is written: of a month or a year its first day (R103). */
export interface WrittenDate {
  day: Day
  precision: DayPrecision
}

const months = 'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december'.split(',')

/** »12. marts 2026«, »12.3.2026«, »marts 2026«, »3/2026« or »2026«: no more than is known. Null: no such date. */
export function readWrittenDate(text: string): WrittenDate | null {
  const typed = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  const on = parseDanishDay(typed)
  if (on) return { day: on, precision: 'DAY' }
  if (/^\d{4}$/.test(typed)) return dateOf(typed, 1, 'YEAR')
  const numbered = /^(\d{1,2})[./-] ?(\d{4})$/.exec(typed) ?? /^(?<year>\d{4})[./-](?<month>\d{1,2})$/.exec(typed)
  if (numbered) {
    const [, first = '', second = ''] = numbered
    return numbered.groups ? dateOf(first, Number(second), 'MONTH') : dateOf(second, Number(first), 'MONTH')
  }
  const [, name = '', year = ''] = /^(\p{L}{3,9})\.? (\d{4})$/u.exec(typed) ?? []
  return name === '' ? null : dateOf(year, monthNumber(name), 'MONTH')
}

/** 1 to 12 by a month's name or the beginning that people write of it, »mar« and »sept«; 0: no month. */
export const monthNumber = (name: string): number =>
  months.findIndex(month => month === name || (month.startsWith(name) && /^(.{3}|sept)$/.test(name))) + 1

function dateOf(year: string, month: number, precision: DayPrecision): WrittenDate | null {
  try {
    const first = day(`${year}-${String(month).padStart(2, '0')}-01`)
    return isPlausible(first) ? { day: first, precision } : null
  } catch {
    return null
  }
}
