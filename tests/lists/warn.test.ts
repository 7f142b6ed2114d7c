import { describe, expect, test } from 'vitest'
import type { CriterionKey } from '../../src/features/strategy/lists/rules/statutory-rules.ts'
import { ruleOf } from '../../src/features/strategy/lists/rules/statutory-rules.ts'
import { trendOf } from '../../src/features/strategy/lists/warning/trend.ts'
import {
  type CriterionSeries,
  couldBeMet,
  effortSeen,
  nextListAfter,
  warnArea,
  warnOf,
} from '../../src/features/strategy/lists/warning/warn.ts'

const rule = ruleOf('2018')?.categories[0]
if (!rule) throw new Error('There is no such rule.')
const [work, , education] = rule.of
if (!work || !education) throw new Error('There are no such criteria.')
const references = { CONVICTED_NATION: 757 }
const series = (values: number[], people: { persons: number; base: number } | null = null): CriterionSeries => ({
  points: values.map((value, at) => ({ year: 2026 - values.length + at, value: value * 100 })),
  last: { value: (values.at(-1) ?? 0) * 100, persons: people?.persons ?? null, base: people?.base ?? null },
  lastYear: 2025,
})
const none: CriterionSeries = { points: [], last: null, lastYear: null }

describe('a trend needs at least four points', () => {
  test('and says how sure it is', () => {
    expect(trendOf([])).toBeNull()
    expect(trendOf([1, 2, 3].map(value => ({ year: 2020 + value, value })))).toBeNull()
    const straight = trendOf([1, 2, 3, 4].map(value => ({ year: 2020 + value, value: value * 10 })))
    expect(straight?.perYear).toBeCloseTo(10)
    expect(straight?.high).toBeCloseTo(10)
    const uneven = trendOf([10, 30, 20, 50].map((value, at) => ({ year: 2020 + at, value })))
    expect(uneven && uneven.low < 0 && uneven.high > 20).toBe(true)
  })
})

describe('R40: who comes near', () => {
  test('value, limit and distance in points and in people', () => {
    const told = warnOf(work, series([36, 37, 38, 39], { persons: 390, base: 1000 }), references, 2026)
    expect(told).toMatchObject({ value: 3900, limit: 4000, points: -100, persons: 11, met: false, silence: null })
  })

  test('silent where the data do not carry it, and says why', () => {
    expect(warnOf(work, none, references, 2026).silence).toBe('NO_FIGURES')
    expect(warnOf(work, series([38, 39]), references, 2026).silence).toBe('TOO_FEW_YEARS')
    expect(warnOf(work, { ...series([36, 37, 38, 39]), lastYear: 2019 }, references, 2026).silence).toBe('OUTDATED')
    expect(warnOf(rule.of[1] ?? work, series([1, 1, 1, 1]), {}, 2026).silence).toBe('NO_LIMIT')
  })

  test('the earliest list is the one where the worse end of the trend meets enough of the criteria', () => {
    const seriesOf = (key: CriterionKey) =>
      key === 'WORK' ? series([34, 35, 36, 37]) : key === 'EDUCATION' ? series([61, 61, 61, 61]) : none
    expect(warnArea(rule, { residents: 1500, seriesOf }, references, 2026).earliest).toBe(2030)
    expect(couldBeMet(warnOf(work, seriesOf('WORK'), references, 2026), 2028)).toBe(false)
    expect(couldBeMet(warnOf(work, seriesOf('WORK'), references, 2026), 2029)).toBe(true)
    expect(warnArea(rule, { residents: 829, seriesOf }, references, 2026).earliest).toBeNull()
    expect(warnArea(rule, { residents: null, seriesOf }, references, 2026).earliest).toBeUndefined()
    expect(warnArea(rule, { residents: 1500, seriesOf: () => none }, references, 2026).earliest).toBeUndefined()
  })

  test('an effort begun now is first seen in the list after next, and whole when its mean is', () => {
    expect(nextListAfter('2026-11-30')).toBe(2026)
    expect(nextListAfter('2026-12-02')).toBe(2027)
    expect(effortSeen('2026-11-30', 2)).toEqual({ first: 2028, whole: 2029 })
  })
})
