import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Oere, oere, sharesOf } from '../../src/kernel/money.ts'
import { runs } from '../support/runs.ts'

const shares = (total: number, ...weights: number[]) => sharesOf(oere(total), weights)

test('what is left over goes to those whose part was cut the most', () => {
  expect(shares(100_00, 1, 1, 1)).toEqual([33_34, 33_33, 33_33])
  // 5/7, 1/7 and 1/7 of ten øre are 7.14, 1.43 and 1.43.
  expect(shares(10, 5, 1, 1)).toEqual([7, 2, 1])
  expect(shares(1, 2, 3)).toEqual([0, 1])
  expect(shares(5, 0, 1)).toEqual([0, 5])
})

test('nobody to share among, and less than nothing, is refused', () => {
  expect(() => shares(5, 0, 0)).toThrow(RangeError)
  expect(() => shares(5)).toThrow(RangeError)
  expect(() => shares(5, -1, 2)).toThrow(RangeError)
  expect(() => sharesOf(-5 as Oere, [1])).toThrow(RangeError)
})

test('the parts add up to the øre, and none is a whole øre from its exact part', () => {
  const weights = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 30 }).filter(all => all.some(one => one > 0))
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), weights, (total, given) => {
      const parts = shares(total, ...given)
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
      const sum = given.reduce((all, one) => all + BigInt(one), 0n)
      for (const [at, part] of parts.entries()) {
        const off = BigInt(part) * sum - BigInt(total) * BigInt(given[at] ?? 0)
        expect(off > -sum && off < sum).toBe(true)
      }
    }),
    runs(200, 20_000),
  )
})
