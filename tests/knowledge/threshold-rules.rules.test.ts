import { describe, expect, test } from 'vitest'
import { dueDayOf, missingYear, nextYear } from '../../src/features/strategy/knowledge/status/late-rules.ts'
import {
  isBeyond,
  limitOf,
  objectionsToThreshold,
  type ThresholdTerms,
} from '../../src/features/strategy/knowledge/thresholds/threshold-rules.ts'
import { day } from '../../src/kernel/days.ts'

const terms: ThresholdTerms = {
  ...{ name: 'Udsat boligområde', side: 'ABOVE', kind: 'FACTOR', amount: 3, reference: 'COUNTRY' },
  ...{ fromYear: 2018, toYear: 2020, source: 'Loven' },
}

describe('a threshold', () => {
  test('rides on the reference of the very year, in the years that it holds', () => {
    const country = (value: number | null) => (level: string) => (level === 'COUNTRY' ? value : 99)
    expect(limitOf(terms, 2020, country(0.75))).toBe(2.25)
    expect(limitOf(terms, 2021, country(0.75))).toBeNull()
    expect(limitOf(terms, 2017, country(0.75))).toBeNull()
    expect(limitOf(terms, 2020, country(null))).toBeNull()
    const number = { ...terms, kind: 'NUMBER' as const, amount: 40, reference: null, toYear: null }
    expect(limitOf(number, 2030, () => null)).toBe(40)
  })

  test('is passed, and not only reached, on its own side', () => {
    expect([39.9, 40, 40.1].map(value => isBeyond({ side: 'ABOVE' }, value, 40))).toEqual([false, false, true])
    expect([39.9, 40, 40.1].map(value => isBeyond({ side: 'BELOW' }, value, 40))).toEqual([true, false, false])
  })

  test('says all that it lacks at once, and no two of one name hold in one year', () => {
    const fields = (given: Partial<ThresholdTerms>, others: { name: string; fromYear: number; toYear: null }[] = []) =>
      objectionsToThreshold({ ...terms, ...given }, others, given.name ?? terms.name).map(({ field }) => field)
    expect(fields({})).toEqual([])
    expect(fields({ reference: null, amount: 0, toYear: 2017 })).toEqual(['reference', 'amount', 'toYear'])
    expect(fields({ kind: 'NUMBER' })).toEqual(['reference'])
    const other = { name: 'udsat boligområde', fromYear: 2020, toYear: null }
    expect(fields({}, [other])).toEqual(['name'])
    expect(fields({ toYear: 2019 }, [other])).toEqual([])
  })
})

describe('what is late', () => {
  const coming = { everyYears: 1, dueMonth: 6, lastYear: 2024, endedYear: null }
  const today = day('2026-11-30')

  test('is the first year whose month has passed, by the indicator’s own rhythm', () => {
    expect(missingYear(coming, today)).toBe(2025)
    expect(missingYear({ ...coming, lastYear: 2025 }, today)).toBeNull()
    expect(missingYear({ ...coming, everyYears: 4 }, today)).toBeNull()
    expect(missingYear({ ...coming, dueMonth: 12 }, today)).toBeNull()
    expect(missingYear({ ...coming, lastYear: null }, today)).toBe(2025)
  })

  test('is nothing that is measured no more', () => {
    expect(missingYear({ ...coming, endedYear: 2024 }, today)).toBeNull()
    expect(nextYear({ ...coming, endedYear: 2024 }, today)).toBeNull()
    expect(nextYear(coming, today)).toBe(2025)
  })

  test('is late from the last day of its month', () => {
    expect(dueDayOf({ dueMonth: 6 }, 2025)).toBe('2026-06-30')
    expect(dueDayOf({ dueMonth: 12 }, 2025)).toBe('2026-12-31')
    expect(dueDayOf({ dueMonth: 2 }, 2027)).toBe('2028-02-29')
  })
})
