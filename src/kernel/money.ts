/** An amount in øre: whole, within the safe integers. */
export type Oere = number & { readonly brand: 'Oere' }

/** @throws RangeError when it is not a whole number of øre, or too large to be exact */
export function oere(amount: number | bigint): Oere {
  const number = Number(amount)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Not an amount in øre: ${amount}`)
  return number as Oere
}

/** Kroner, at most two decimals, as øre. */
export const kroner = (amount: number): Oere => oere(Math.round(amount * 100))

/** How many zeros a unit stands for. */
const zerosOf = (unit: string): number =>
  /^t/.test(unit) ? 3 : unit.startsWith('mia') || /^milliard/.test(unit) ? 9 : /^m/.test(unit) ? 6 : 0

const written = new RegExp(
  [
    '^(?<minus>-)? ?(?:kr\\.?|dkk)? ?(?<minusToo>-)?',
    '(?<whole>\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:,(?<decimals>\\d{1,11})|(?<even>[.,] ?-))?',
    ' ?(?<unit>kr\\.?|dkk|kroner|t\\. ?kr\\.?|tkr\\.?|(?:tusinde?|mio\\.?|mill\\.?|million|millioner|mia\\.?|milliard|milliarder)(?: ?kr\\.?| kroner)?)?$',
  ].join(''),
)

/**
 * An amount as a person types it, where it can mean one only: »1.250.000,00«, »150 000«, »kr. 150.000,-«, »1,5 mio. kr.«,
 * »150 t.kr.«. Null: no amount, part of an øre, or one of several (»1.25«).
 */
export function parseKroner(text: string): Oere | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑–—−]/g, '-')
  const found = written.exec(typed)?.groups
  if (!found?.whole) return null
  const { minus, minusToo, whole, decimals = '', even, unit = '' } = found
  const zeros = zerosOf(unit)
  if (decimals.length > zeros + 2 || (even && zeros > 0) || (minus && minusToo)) return null
  const amount = Number(whole.replace(/[. ]/g, '') + decimals.padEnd(zeros + 2, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return oere((minus || minusToo) && amount !== 0 ? -amount : amount)
}

/** »1.250.000,00 kr.« */
export function formatKroner(amount: Oere): string {
  const whole = String(Math.floor(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  const rest = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${amount < 0 ? '-' : ''}${whole},${rest} kr.`
}

/** In running text whole kroner need no øre: »70.000 kr.«, »1.250,50 kr.« */
export const kronerInText = (amount: Oere): string => formatKroner(amount).replace(/,00 kr\.$/, ' kr.')

/** »1250000,00«: for a spreadsheet's cell. */
export const plainKroner = (amount: Oere): string =>
  formatKroner(amount)
    .replace(/ kr\.$/, '')
    .replaceAll('.', '')
