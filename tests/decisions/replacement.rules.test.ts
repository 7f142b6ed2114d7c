import { describe, expect, test } from 'vitest'
import {
  type EarlierFacts,
  whyNotReplaceable,
} from '../../src/features/decisions/decisions/record/replacement-rules.ts'
import { day } from '../../src/kernel/days.ts'

const held = (on: string, startsAt = '13:00') => ({ day: day(on), startsAt })
const earlier = (meeting = held('2026-03-12'), state: EarlierFacts['state'] = 'EFFECTIVE'): EarlierFacts => ({
  number: '2026/7',
  state,
  meeting,
})

describe('a decision may replace one', () => {
  test.each([
    ['of a meeting long before', held('2026-05-21')],
    ['of the day before', held('2026-03-13', '08:00')],
    ['of the year before', held('2027-01-07')],
    ['of the same meeting', held('2026-03-12')],
    ['of a meeting earlier the same day', held('2026-03-12', '15:30')],
  ])('%s', (_which, meeting) => {
    expect(whyNotReplaceable(earlier(), meeting)).toBeNull()
  })

  test('that waits for approval', () => {
    expect(whyNotReplaceable(earlier(held('2026-03-12'), 'CONDITIONAL'), held('2026-03-19'))).toBeNull()
  })
})

describe('a decision may not replace one', () => {
  test.each([
    ['of a later day', held('2026-03-11', '20:00')],
    ['of the year after', held('2025-12-18')],
    ['of a meeting later the same day', held('2026-03-12', '09:00')],
  ])('%s', (_which, meeting) => {
    expect(whyNotReplaceable(earlier(), meeting)?.sentence).toBe(
      'Beslutning 2026/7 er truffet på et møde, der blev afholdt efter dette, nemlig den 12. marts 2026. Den kan kun omgøres eller erstattes på det møde eller et senere. Registrér denne beslutning uden at omgøre eller erstatte den anden.',
    )
  })

  test.each(['SUPERSEDED', 'LAPSED', 'ANNULLED'] as const)('that no longer stands: %s', state => {
    expect(whyNotReplaceable(earlier(held('2026-03-12'), state), held('2026-03-19'))?.sentence).toBe(
      'Beslutning 2026/7 gælder ikke længere og kan derfor ikke omgøres eller erstattes.',
    )
  })
})
