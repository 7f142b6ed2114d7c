import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barChartOf } from '../../src/features/strategy/knowledge/series/bar-chart.ts'
import { seriesChartOf, stepsFor } from '../../src/features/strategy/knowledge/series/series-chart.ts'
import {
  breaksOf,
  changeOf,
  piecesOf,
  type SeriesPoint,
} from '../../src/features/strategy/knowledge/series/series-rules.ts'
import { runs } from '../support/runs.ts'

// R37: nothing is compared in silence across another delimitation or another definition.

const point = (year: number, value: number | null, version = 1): SeriesPoint => ({ year, value, version })
const once = [{ number: 1, comparable: false }]

describe('a series', () => {
  test('breaks where another version cannot be compared with the one before, and not where it can', () => {
    const points = [point(2016, 10), point(2017, 11), point(2018, 20, 2), point(2019, 21, 3)]
    const versions = [...once, { number: 2, comparable: false }, { number: 3, comparable: true }]
    expect(breaksOf(points, versions)).toEqual([{ before: 2017, after: 2018, kind: 'DEFINITION' }])
    expect(breaksOf(points, [...once, { number: 2, comparable: true }, { number: 3, comparable: true }])).toEqual([])
  })

  test('breaks where the area consists of other estates, also over a year without a value', () => {
    const points = [point(2017, 10), point(2018, null), point(2019, 12), point(2020, 13)]
    const estates = (year: number) => (year < 2018 ? [1, 2, 3] : [2, 1])
    const breaks = breaksOf(points, once, estates)
    expect(breaks).toEqual([{ before: 2017, after: 2019, kind: 'PLACE' }])
    expect(changeOf(points, breaks, 2019, 1)).toBeNull()
    expect(changeOf(points, breaks, 2020, 1)).toBe(1)
    expect(changeOf(points, breaks, 2018, 1)).toBeNull()
  })

  test('does not break where nobody knows what the area was', () => {
    const estates = (year: number) => (year < 2018 ? null : [1])
    expect(breaksOf([point(2017, 1), point(2018, 2)], once, estates)).toEqual([])
  })

  test('is compared with the year before alone, rounded as its values are', () => {
    const points = [point(2019, 0.1), point(2020, 0.3)]
    expect(changeOf(points, [], 2020, 1)).toBe(0.2)
    expect(changeOf(points, [], 2019, 1)).toBeNull()
    expect(changeOf(points, [], 2021, 1)).toBeNull()
  })

  test('has in its pieces all of its points, and no two of one piece lie on either side of a break', () => {
    const year = fc.integer({ min: 2000, max: 2020 })
    fc.assert(
      fc.property(fc.uniqueArray(year, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 3 })), (years, used) => {
        const points = years.sort().map((one, at) => point(one, one, used[at] ?? 1))
        const versions = [...once, { number: 2, comparable: false }, { number: 3, comparable: true }]
        const breaks = breaksOf(points, versions)
        const pieces = piecesOf(points, breaks)
        expect(pieces.flat()).toEqual(points)
        for (const piece of pieces)
          for (const [at, one] of piece.entries()) {
            const before = piece[at - 1]
            if (before) expect(changeOf(points, breaks, one.year, 0)).not.toBeNull()
          }
      }),
      runs(50, 2000),
    )
  })
})

describe('a drawing', () => {
  test('has round steps that hold every value, also where all are alike', () => {
    expect(stepsFor([12, 47])).toEqual([0, 20, 40, 60])
    for (const values of [[5], [0], [-3, 8], [0.02, 0.03], [272_000, 348_000]]) {
      const steps = stepsFor(values)
      expect(Math.min(...steps)).toBeLessThanOrEqual(Math.min(...values))
      expect(Math.max(...steps)).toBeGreaterThanOrEqual(Math.max(...values))
      expect(steps.length).toBeLessThan(8)
      expect(steps.length).toBeGreaterThan(1)
    }
  })

  test('leads no line across a break, and stays within its frame', () => {
    const own = [2016, 2017, 2018, 2019].map(year => ({ year, value: year - 2000, corrected: year === 2017 }))
    const breaks = [{ before: 2017, after: 2018, kind: 'PLACE' as const }]
    const chart = seriesChartOf({ own, town: own, limits: [[{ year: 2016, value: 40 }]], breaks }, String)
    expect(chart?.own).toHaveLength(2)
    // The town has not been delimited anew.
    expect(chart?.town).toHaveLength(1)
    expect(chart?.breaks).toHaveLength(1)
    expect(chart?.dots.map(({ corrected }) => corrected)).toEqual([false, true, false, false])
    for (const { x, y } of chart?.dots ?? []) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(chart?.width ?? 0)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(chart?.height ?? 0)
    }
    expect(seriesChartOf({ own: [], town: own, limits: [], breaks: [] }, String)).toBeNull()
  })

  test('of places has a bar each as long as its value, none below nought', () => {
    const bar = (name: string, value: number) => ({ name, value, text: String(value), beyond: false })
    const chart = barChartOf([bar('En', 10), bar('To', 20), bar('Tre', -5)], [{ value: 40, kind: 'limit' }])
    expect(chart?.bars[1]?.width).toBeCloseTo((chart?.bars[0]?.width ?? 0) * 2)
    expect(chart?.bars[2]?.width).toBe(0)
    expect(chart?.lines).toHaveLength(1)
    expect(barChartOf([], [])).toBeNull()
  })
})
