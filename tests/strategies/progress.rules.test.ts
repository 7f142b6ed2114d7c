import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summaryText } from '../../src/features/strategy/strategies/progress/progress-page.ts'
import {
  countsOf,
  expectedIn,
  type MeasuredYear,
  progressInWords,
  progressOf,
  type TargetPath,
} from '../../src/features/strategy/strategies/progress/progress-rules.ts'
import { runs } from '../support/runs.ts'

// R25: a goal years ahead is followed every year on the way, and nobody types how it goes.

const rising: TargetPath = { from: { year: 2024, value: 70 }, to: { year: 2028, value: 80 }, decimals: 1 }
const falling: TargetPath = { from: { year: 2024, value: 12 }, to: { year: 2028, value: 8 }, decimals: 1 }
const due = (lastYearDue: number, everyYears = 1) => ({ lastYearDue, everyYears })
const stateOf = (path: TargetPath, measured: MeasuredYear[], lastYearDue: number, everyYears = 1) =>
  progressOf(path, measured, due(lastYearDue, everyYears)).state

describe('whether a target is on its way', () => {
  test('is a straight line from the baseline to the target, level outside, as precise as the indicator', () => {
    expect([2020, 2024, 2025, 2026, 2028, 2030].map(year => expectedIn(rising, year))).toEqual([
      70, 70, 72.5, 75, 80, 80,
    ])
    expect(expectedIn({ ...falling, to: { year: 2027, value: 8 } }, 2025)).toBe(10.7)
  })

  test('is told of the latest measurement, up or down alike', () => {
    expect(stateOf(rising, [{ year: 2025, value: 72.5 }], 2025)).toBe('ON_TRACK')
    expect(stateOf(rising, [{ year: 2025, value: 72.4 }], 2025)).toBe('BEHIND')
    expect(stateOf(rising, [{ year: 2025, value: 80 }], 2025)).toBe('REACHED')
    expect(stateOf(falling, [{ year: 2025, value: 11 }], 2025)).toBe('ON_TRACK')
    expect(stateOf(falling, [{ year: 2025, value: 11.1 }], 2025)).toBe('BEHIND')
    expect(stateOf(falling, [{ year: 2026, value: 7 }], 2026)).toBe('REACHED')
    // Reached once and lost again is not reached.
    expect(
      stateOf(
        rising,
        [
          { year: 2025, value: 81 },
          { year: 2026, value: 74 },
        ],
        2026,
      ),
    ).toBe('BEHIND')
  })

  test('is not measured yet until the first value is due, and not updated from then on', () => {
    expect(progressOf(rising, [], due(2024))).toEqual({ state: 'NOT_YET', now: null, expected: null })
    expect(stateOf(rising, [], 2025)).toBe('NOT_UPDATED')
    // What was measured before the baseline is no progress.
    expect(stateOf(rising, [{ year: 2023, value: 90 }], 2024)).toBe('NOT_YET')
  })

  test('is never old green: what should have been measured since reads as not updated', () => {
    expect(stateOf(rising, [{ year: 2025, value: 79 }], 2026)).toBe('NOT_UPDATED')
    expect(stateOf(rising, [{ year: 2025, value: 80 }], 2026)).toBe('NOT_UPDATED')
    // An indicator of every second year is given its two years.
    expect(stateOf(rising, [{ year: 2025, value: 79 }], 2026, 2)).toBe('ON_TRACK')
    expect(stateOf(rising, [{ year: 2025, value: 79 }], 2027, 2)).toBe('NOT_UPDATED')
  })

  test('is settled by the first measurement of its own year or later, and then nothing more is due', () => {
    const reached = [
      { year: 2028, value: 80 },
      { year: 2030, value: 60 },
    ]
    expect(stateOf(rising, reached, 2035)).toBe('REACHED')
    expect(
      stateOf(
        rising,
        [
          { year: 2028, value: 79.9 },
          { year: 2029, value: 85 },
        ],
        2035,
      ),
    ).toBe('BEHIND')
  })

  test('of a qualitative target is the latest year’s appraisal, until the next is due', () => {
    const horizon = { from: 2025, to: 2028 }
    expect(progressInWords(horizon, [], 2024)).toEqual({ state: 'NOT_YET', year: null })
    expect(progressInWords(horizon, [], 2025)).toEqual({ state: 'NOT_UPDATED', year: null })
    expect(progressInWords(horizon, [{ year: 2025, state: 'ON_TRACK' }], 2025)).toEqual({
      state: 'ON_TRACK',
      year: 2025,
    })
    expect(progressInWords(horizon, [{ year: 2025, state: 'REACHED' }], 2026)).toEqual({
      state: 'NOT_UPDATED',
      year: 2025,
    })
    expect(progressInWords(horizon, [{ year: 2028, state: 'BEHIND' }], 2040)).toEqual({ state: 'BEHIND', year: 2028 })
  })

  test('says of a goal how many of its targets stand where, and averages nothing', () => {
    const counts = countsOf(['ON_TRACK', 'BEHIND', 'ON_TRACK', 'NOT_UPDATED'])
    expect(counts).toEqual({ REACHED: 0, ON_TRACK: 2, BEHIND: 1, NOT_UPDATED: 1, NOT_YET: 0 })
    expect(summaryText(4, counts)).toBe('4 delmål: 2 på vej, 1 bagud og 1 ikke opdateret.')
    expect(summaryText(0, countsOf([]))).toBe('Der er ingen delmål.')
  })
})

describe('over any target and any measurements', () => {
  const year = fc.integer({ min: 2000, max: 2040 })
  const value = fc.integer({ min: -500, max: 5000 }).map(steps => steps / 10)
  const path = fc
    .record({ start: year, length: fc.integer({ min: 1, max: 20 }), from: value, to: value })
    .filter(({ from, to }) => from !== to)
    .map(
      ({ start, length, from, to }): TargetPath => ({
        from: { year: start, value: from },
        to: { year: start + length, value: to },
        decimals: 1,
      }),
    )
  const measured = fc.uniqueArray(fc.record({ year, value }), { maxLength: 12, selector: one => one.year })
  const known = fc.record({ lastYearDue: year, everyYears: fc.integer({ min: 1, max: 4 }) })

  test('a green state is never older than its period, unless the target is settled', () => {
    fc.assert(
      fc.property(path, measured, known, (target, all, expected) => {
        const { state, now } = progressOf(target, all, expected)
        if (state !== 'REACHED' && state !== 'ON_TRACK') return
        const last = now?.year ?? 0
        expect(last >= target.to.year || last + expected.everyYears > expected.lastYearDue).toBe(true)
      }),
      runs(300, 20_000),
    )
  })

  test('the expected path never leaves the two values, and goes one way', () => {
    fc.assert(
      fc.property(path, year, (target, at) => {
        const [low, high] = [target.from.value, target.to.value].toSorted((one, other) => one - other) as [
          number,
          number,
        ]
        const [now, next] = [expectedIn(target, at), expectedIn(target, at + 1)]
        expect(now).toBeGreaterThanOrEqual(low)
        expect(now).toBeLessThanOrEqual(high)
        expect(target.to.value > target.from.value ? next >= now : next <= now).toBe(true)
      }),
      runs(300, 20_000),
    )
  })

  test('a better value never gives a worse state', () => {
    const rank = { REACHED: 2, ON_TRACK: 1, BEHIND: 0, NOT_UPDATED: -1, NOT_YET: -1 }
    fc.assert(
      fc.property(path, measured, known, fc.nat(500), (target, all, expected, more) => {
        const better = all.map(one => ({
          ...one,
          value: one.value + (target.to.value > target.from.value ? more : -more) / 10,
        }))
        const [before, after] = [progressOf(target, all, expected), progressOf(target, better, expected)]
        expect(rank[after.state]).toBeGreaterThanOrEqual(rank[before.state])
      }),
      runs(300, 20_000),
    )
  })
})
