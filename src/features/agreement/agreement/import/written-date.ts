import { day } from '../../../../kernel/days.ts'
import { isPlausible } from '../../../../kernel/written-day.ts'
import type { WrittenDate } from '../version/agreement-text.ts'

const months = 'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december'.split(',')
const pattern = new RegExp(`(?:(\\d{1,2})\\.?\\s*)?(${months.join('|')})\\s+(\\d{4})`, 'i')

export interface DateInText extends WrittenDate {
  /** As written, »September 2008«. */
  text: string
}

/** The first date in a line: »September 2008«, »den 12. marts 2012«. Null: there is none, or no such day. */
export function dateIn(line: string): DateInText | null {
  const found = pattern.exec(line)
  if (!found) return null
  const [text, dayNumber, monthName, year] = found
  const month = String(months.indexOf(String(monthName).toLowerCase()) + 1).padStart(2, '0')
  try {
    const written = day(`${year}-${month}-${(dayNumber ?? '1').padStart(2, '0')}`)
    if (!isPlausible(written)) return null
    return { text, day: written, precision: dayNumber ? 'DAY' : 'MONTH' }
  } catch {
    return null
  }
}

/** Whether the line is a date and nothing else. */
export const isDateLine = (line: string): boolean => {
  const found = dateIn(line)
  return found !== null && line.replace(found.text, '').replace(/[\s.,]|\bden\b/gi, '') === ''
}
