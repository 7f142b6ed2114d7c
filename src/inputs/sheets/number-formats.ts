/** What a cell's number stands for, by the format that it is shown in. */
export type Meaning = 'number' | 'day' | 'year' | 'percent'

/** The formats that every workbook has without naming them. */
const builtIn = (id: number): Meaning => {
  if (id === 9 || id === 10) return 'percent'
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return isDay ? 'day' : 'number'
}

export function meaningOf(id: number, code: string | undefined): Meaning {
  if (code === undefined) return builtIn(id)
  // Words in quotes, escaped signs, colours and conditions mean nothing for what is shown.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').toLowerCase()
  if (/^y+;?@?$/.test(bare)) return 'year'
  if (/[ymdhs]/.test(bare) && !/[0#?]/.test(bare.replace(/\.0+/g, ''))) return 'day'
  return bare.includes('%') ? 'percent' : 'number'
}

const millisecondsADay = 86_400_000
const epoch = { y1900: Date.UTC(1899, 11, 30), y1904: Date.UTC(1904, 0, 1) }

/**
 * A day's number as spreadsheets count them: in no time zone, so that no day is lost on the way. Null: no such day.
 * The 29 February 1900, which spreadsheets have and the calendar has not, shifts the two months before it.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial)
  if (days < 0 || days > 2_958_465) return null
  const shifted = !from1904 && days < 60 ? days + 1 : days
  const date = new Date((from1904 ? epoch.y1904 : epoch.y1900) + shifted * millisecondsADay)
  return date.toISOString().slice(0, 10)
}

/** »12,5 %« of a stored 0,125: what the reader of the spreadsheet sees. */
export function percentText(stored: number): string {
  const shown = Number((stored * 100).toPrecision(14))
  return `${String(shown).replace('.', ',')} %`
}
