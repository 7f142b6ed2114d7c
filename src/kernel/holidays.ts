const msADay = 86_400_000
const known = new Map<number, Set<number>>()

/**
 * Days without work in a Danish office: the public holidays, and by choice Constitution Day, Christmas Eve and New
 * Year's Eve, when municipality and housing organisations are closed. Notice counted past them is the longer one.
 *
 * @param day in days since 1970
 */
export function isHoliday(day: number): boolean {
  const year = new Date(day * msADay).getUTCFullYear()
  let days = known.get(year)
  if (!days) {
    days = holidaysOf(year)
    known.set(year, days)
  }
  return days.has(day)
}

function holidaysOf(year: number): Set<number> {
  const easter = easterSunday(year)
  const moving = [-3, -2, 0, 1, 39, 49, 50]
  // Great Prayer Day was a holiday until 2023.
  if (year <= 2023) moving.push(26)
  const fixed = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']
  return new Set([
    ...fixed.map(date => Date.parse(`${String(year).padStart(4, '0')}-${date}`) / msADay),
    ...moving.map(days => easter / msADay + days),
  ])
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
