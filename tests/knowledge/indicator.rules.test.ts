import { describe, expect, test } from 'vitest'
import { correctForm } from '../../src/features/strategy/knowledge/indicators/forms.ts'
import {
  inUnits,
  lastYearDue,
  numberText,
  objectionsToValue,
  stepsOf,
} from '../../src/features/strategy/knowledge/indicators/indicator-rules.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-11-30')
const percent = { unit: '%', decimals: 1 }

describe('a value', () => {
  test('is written as Danes write it, and stored in whole steps of its last decimal', () => {
    expect(numberText(12.5, 1)).toBe('12,5')
    expect(numberText(1250, 0)).toBe('1.250')
    expect(numberText(-1234567.25, 2)).toBe('−1.234.567,25')
    expect(numberText(-0.04, 1)).toBe('0,0')
    for (const value of [0.1, 0.3, 12.5, 80.1, 99.9, 1234567.8]) expect(inUnits(stepsOf(value, 1), 1)).toBe(value)
  })

  test('has no more decimals than the indicator, no year that has not begun, and no negative share', () => {
    const fields = (value: number, year: number) =>
      objectionsToValue({ value, year }, percent, today).map(({ field }) => field)
    expect(fields(12.5, 2026)).toEqual([])
    expect(fields(12.55, 2025)).toEqual(['value'])
    expect(fields(12.5, 2027)).toEqual(['year'])
    expect(fields(-1, 2025)).toEqual(['value'])
    expect(fields(999_999_999, 2025)).toEqual(['value'])
  })

  test('is read with a comma, and asked about where a full stop could mean two things', () => {
    const read = (value: string) => correctForm.safeParse({ version: '1', value, source: 'x', reason: 'y' })
    expect(read('12,5').data?.value).toBe(12.5)
    expect(read('−3').data?.value).toBe(-3)
    expect(read('45 %').data?.value).toBe(45)
    for (const wrong of ['1.250', '12,5555', 'tolv', ''])
      expect(read(wrong).error?.issues[0]?.path, wrong).toEqual(['value'])
  })
})

test('a year’s value is due by the end of its month of the year after', () => {
  expect(lastYearDue(day('2026-06-30'), 6)).toBe(2024)
  expect(lastYearDue(day('2026-07-01'), 6)).toBe(2025)
  expect(lastYearDue(day('2026-01-02'), 12)).toBe(2024)
})
