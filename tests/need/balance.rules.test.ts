import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceOf,
  type Change,
  coveredBy,
  flowIn,
  type NeedLine,
  needIn,
  type Stock,
} from '../../src/features/strategy/need/balance/balance-rules.ts'
import { balanceTag, balanceText, spanText } from '../../src/features/strategy/need/balance/balance-text.ts'
import { lineFaults } from '../../src/features/strategy/need/estimates/line-rules.ts'

// R42: what is needed, what there is and will be, and what is lacking by it.

const line = (given: Partial<NeedLine>): NeedLine => ({
  ...{ districtId: null, type: 'all', size: 'all', year: 2030, low: 90, middle: 100, high: 120 },
  ...given,
})
const homes = (family: number, youth = 0) => ({ family, youth, elderly: 0, other: 0 })
const town = { districtId: null, type: 'all' } as const

describe('a need', () => {
  test('of the town is its own line, and otherwise the sum of the districts that are told of', () => {
    const districts = [line({ districtId: 1, middle: 40 }), line({ districtId: 2, middle: 50 })]
    expect(needIn([line({}), ...districts], town, 2030)?.middle).toBe(100)
    const sum = needIn(districts, town, 2030)
    expect(sum?.middle).toBe(90)
    expect(sum?.covers.map(({ districtId }) => districtId)).toEqual([1, 2])
    expect(needIn(districts, town, 2031)).toBeNull()
  })

  test('of one type is told by that type alone: a line of all types says nothing of it', () => {
    expect(needIn([line({})], { districtId: null, type: 'youth' }, 2030)).toBeNull()
    const types = [line({ type: 'family', middle: 70 }), line({ type: 'youth', middle: 20, low: 10, high: 30 })]
    expect(needIn(types, town, 2030)).toMatchObject({ middle: 90, covers: [{ types: ['family', 'youth'] }] })
  })

  test('by sizes is their sum, and they are the same homes', () => {
    const sizes = [line({ type: 'youth', size: 'one', middle: 12 }), line({ type: 'youth', size: 'two', middle: 8 })]
    expect(needIn(sizes, { districtId: null, type: 'youth' }, 2030)).toMatchObject({
      ...{ middle: 20, covers: [{ districtId: null, types: ['youth'] }] },
    })
  })
})

describe('the homes', () => {
  const stock: Stock = { town: homes(1000, 100), districts: new Map([[1, homes(300, 40)]]) }
  const change = (given: Partial<Change>): Change => ({
    ...{ districtId: 1, kind: 'BUILT', state: 'DECIDED', year: 2028, homes: homes(50) },
    ...given,
  })
  const at = (year: number, changes: Change[], covers = coveredBy(town)) =>
    flowIn(covers, year, { stock, changes, thisYear: 2026 })

  test('ahead are today’s with what is still to come by then', () => {
    const changes = [change({}), change({ kind: 'DEMOLISHED', year: 2030, homes: homes(80) })]
    expect(at(2027, changes).homes).toBe(1100)
    expect(at(2028, changes)).toEqual({ homes: 1150, added: 50, removed: 0 })
    expect(at(2030, changes)).toEqual({ homes: 1070, added: 0, removed: 80 })
  })

  test('what is done stands among the estates’ homes, and what was given up never comes', () => {
    const changes = [change({ state: 'DONE', year: 2026 }), change({ state: 'DROPPED' })]
    expect(at(2030, changes)).toEqual({ homes: 1100, added: 0, removed: 0 })
    expect(at(2024, [change({ state: 'DONE', year: 2024 })])).toEqual({ homes: 1100, added: 50, removed: 0 })
  })

  test('what should have been done by now counts in this year', () => {
    expect(at(2026, [change({ year: 2024 })])).toEqual({ homes: 1150, added: 50, removed: 0 })
  })

  test('of one district and type leave out the rest', () => {
    const covers = coveredBy({ districtId: 1, type: 'youth' })
    expect(
      at(2030, [change({ homes: homes(50, 6) }), change({ districtId: 2, homes: homes(0, 9) })], covers).homes,
    ).toBe(46)
  })

  test('the flow adds up from year to year, whatever is planned', () => {
    const some = fc.record({
      districtId: fc.constantFrom(1, 2),
      kind: fc.constantFrom('BUILT', 'ADDED', 'DEMOLISHED', 'SOLD', 'REMOVED'),
      state: fc.constantFrom('PLANNED', 'DECIDED', 'DONE', 'DROPPED'),
      year: fc.integer({ min: 2020, max: 2040 }),
      homes: fc.record({ family: fc.nat(40), youth: fc.nat(40), elderly: fc.nat(40), other: fc.nat(40) }),
    })
    fc.assert(
      fc.property(
        fc.array(some as fc.Arbitrary<Change>, { maxLength: 8 }),
        fc.integer({ min: 2027, max: 2040 }),
        (changes, year) => {
          const [before, now] = [at(year - 1, changes), at(year, changes)]
          expect(now.homes).toBe(before.homes + now.added - now.removed)
        },
      ),
    )
  })
})

test('a balance is told in words: lacking by every figure, by the likely one, perhaps, or not', () => {
  const of = (stock: number) => balanceOf(stock, { low: 90, middle: 100, high: 120 })
  expect(of(80)).toEqual({ low: -40, middle: -20, high: -10 })
  expect([80, 95, 110, 130].map(stock => balanceTag(of(stock)).text)).toEqual([
    ...['For få', 'Nok for få', 'Måske for få', 'Behovet er dækket'],
  ])
  expect(balanceText(of(99))).toBe('Der mangler 1 bolig')
  expect(balanceText(of(100))).toBe('Svarer til behovet')
  expect(balanceText(of(1300))).toBe('1.200 boliger mere end behovet')
  expect(spanText(of(80))).toBe('mellem 10 og 40 for få')
  expect(spanText(of(100))).toBe('fra 20 for få til 10 for mange')
  expect(spanText(of(130))).toBe('mellem 10 og 40 for mange')
})

test('a table that contradicts itself is refused row by row', () => {
  const rows = [
    { ...line({ low: 110 }), row: 2 },
    { ...line({}), row: 3 },
    { ...line({ type: 'youth' }), row: 4 },
    { ...line({ districtId: 1, type: 'youth', size: 'one' }), row: 5 },
    { ...line({ districtId: 1, type: 'youth', size: 'all' }), row: 6 },
    { ...line({ year: 1900 }), row: 7 },
  ]
  expect(lineFaults(rows, 2026).map(({ row, column }) => `${row} ${column}`)).toEqual([
    ...['2 low', '3 district', '7 year', '4 type', '5 size'],
  ])
})
