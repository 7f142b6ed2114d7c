const msADay = 86_400_000
const known = new Map<number, ReadonlyMap<number, string>>()

/**
 * Days without work in a Danish office: the public holidays, and by choice Constitution Day, Christmas Eve and New
 * Year's Eve, when municipality and housing organisations are closed. Notice counted past them is the longer one.
 *
 * @param day in days since 1970
 */
export const isHoliday = (day: number): boolean => holidayName(day) !== null

/** What such a day is called, in Danish; null: it is none. @param day in days since 1970 */
export function holidayName(day: number): string | null {
  const year = new Date(day * msADay).getUTCFullYear()
  let days = known.get(year)
  if (!days) {
    days = holidaysOf(year)
    known.set(year, days)
  }
  return days.get(day) ?? null
}

const fixed = [
  ['01-01', 'Nytårsdag'],
  ['06-05', 'Grundlovsdag'],
  ['12-24', 'Juleaften'],
  ['12-25', '1. juledag'],
  ['12-26', '2. juledag'],
  ['12-31', 'Nytårsaften'],
] as const

/** In days from Easter Sunday. */
const moving = [
  [-3, 'Skærtorsdag'],
  [-2, 'Langfredag'],
  [0, 'Påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, 'Pinsedag'],
  [50, '2. pinsedag'],
] as const

function holidaysOf(year: number): ReadonlyMap<number, string> {
  const easter = easterSunday(year)
  const days = new Map<number, string>()
  for (const [date, name] of fixed) days.set(Date.parse(`${String(year).padStart(4, '0')}-${date}`) / msADay, name)
  for (const [offset, name] of moving) days.set(easter / msADay + offset, name)
  // Great Prayer Day was a holiday until 2023.
  if (year <= 2023) days.set(easter / msADay + 26, 'Store bededag')
  return days
}

/** By the Gregorian computus (Meeus, Jones and Butcher); milliseconds since 1970 at midnight UTC. */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const monthAndDay = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1)
}
