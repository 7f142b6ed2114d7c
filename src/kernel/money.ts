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

/**
 * An amount in parts that add up to it, to the øre: each by its weight, and what is left over to those whose part was cut
 * the most (largest remainder), of two alike to the first.
 * @throws RangeError where nobody has a weight, or one is no whole number of nothing or more
 */
export function sharesOf(total: Oere, weights: readonly number[]): Oere[] {
  if (total < 0 || weights.some(weight => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('A share needs an amount and weights that are not negative.')
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('Nobody has a weight.')
  const parts = weights.map((weight, at) => {
    const exact = BigInt(total) * BigInt(weight)
    return { at, whole: exact / sum, rest: exact % sum }
  })
  const left = Number(BigInt(total) - parts.reduce((all, { whole }) => all + whole, 0n))
  const raised = new Set(
    parts
      .toSorted((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest < other.rest ? 1 : -1))
      .slice(0, left)
      .map(({ at }) => at),
  )
  return parts.map(({ at, whole }) => oere(whole + (raised.has(at) ? 1n : 0n)))
}
