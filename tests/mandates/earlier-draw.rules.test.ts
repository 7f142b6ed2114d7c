import { describe, expect, test } from 'vitest'
import {
  type DrawnMandate,
  earlierDrawFaults,
  earlierDrawObstacle,
} from '../../src/features/decisions/mandates/earlier/earlier-draw-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'

const recordedFrom = day('2026-02-01')

const mandate = (given: Partial<DrawnMandate> = {}): DrawnMandate => ({
  activatedAt: '2026-02-03T09:00:00.000Z',
  from: day('2024-01-01'),
  to: day('2027-12-31'),
  sourceDay: day('2024-02-14'),
  supersededFrom: null,
  revokedFrom: null,
  total: kroner(100_000),
  adjusted: kroner(0),
  drawn: kroner(40_000),
  ...given,
})
const draw = (given: Partial<Parameters<typeof earlierDrawFaults>[1]> = {}) => ({
  amount: kroner(60_000),
  day: day('2025-05-03'),
  text: 'Beboerrådgivning, mødet den 3. maj 2025',
  ...given,
})
const told = (given: Partial<DrawnMandate>, typed: Partial<Parameters<typeof earlierDrawFaults>[1]> = {}) =>
  earlierDrawFaults(mandate(given), draw(typed), recordedFrom)

describe('what was drawn before the portal', () => {
  test('is entered up to what is left, from the mandate’s first day to the day before the portal', () => {
    expect(told({})).toEqual([])
    expect(told({}, { day: day('2024-02-14') })).toEqual([])
    expect(told({}, { day: day('2026-01-31') })).toEqual([])
    expect(told({ adjusted: kroner(5_000) }, { amount: kroner(65_000) })).toEqual([])
  })

  test('is never more than what is left, nor nothing', () => {
    expect(told({}, { amount: kroner(60_000.01) })).toEqual([
      { field: 'amount', sentence: 'Der kan højst være trukket resten af rammen: 60.000 kr.' },
    ])
    expect(told({}, { amount: kroner(0) })).toMatchObject([{ field: 'amount' }])
  })

  test('lies within the days of the mandate, and before the portal', () => {
    expect(told({}, { day: day('2024-02-13') })).toEqual([
      { field: 'day', sentence: 'Mandatet gælder først fra den 14. februar 2024.' },
    ])
    expect(told({}, { day: recordedFrom })).toMatchObject([
      { field: 'day', sentence: expect.stringContaining('føres som en beslutning på et møde') },
    ])
    expect(told({ to: day('2025-04-30') })).toMatchObject([
      { field: 'day', sentence: 'Mandatet gjaldt kun til og med den 30. april 2025.' },
    ])
    expect(told({ supersededFrom: day('2025-05-03') })).toMatchObject([{ field: 'day' }])
    expect(told({ revokedFrom: day('2025-05-03') })).toEqual([
      { field: 'day', sentence: 'Mandatet er tilbagekaldt fra den 3. maj 2025.' },
    ])
    expect(told({ revokedFrom: day('2025-05-04') })).toEqual([])
  })

  test('all that is wrong is told at once', () => {
    const all = told({}, { amount: kroner(100_000), day: day('2030-01-01'), text: ' ' })
    expect(all.map(({ field }) => field)).toEqual(['day', 'amount', 'text'])
  })

  test.each([
    ['a mandate without a total', { total: null }, 'ingen ramme'],
    ['a draft', { activatedAt: null }, 'Vedhæft protokollen'],
    ['a mandate that the portal has known from its first day', { from: recordedFrom }, 'ikke være trukket på mandatet'],
    ['a mandate given after the portal began', { sourceDay: day('2026-02-01') }, '1. februar 2026'],
  ])('%s takes none', (_what, given, sentence) => {
    expect(earlierDrawObstacle(mandate(given), recordedFrom)?.sentence).toContain(sentence)
    expect(told(given)).toMatchObject([{ sentence: expect.stringContaining(sentence) }])
  })
})
