import { type Oere, oere } from './money.ts'

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
