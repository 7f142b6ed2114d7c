import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MomentRow, momentsAfter, momentsOf, newestFirst } from '../../src/features/meetings/cases/moments.ts'
import { type Instant, instant } from '../../src/kernel/days.ts'

const none = { day: null, startsAt: null, at: null, answeredAt: null, acceptedAt: null, withdrawnAt: null }
const nine = instant('2026-06-03T07:00:00.000Z')

test('a referral has a moment for each time that something came of it, the last step of an instant first', () => {
  const row: MomentRow = { ...none, source: 'referrals', id: 4, at: nine, answeredAt: nine, withdrawnAt: nine }
  expect(momentsAfter(momentsOf(row), null, 9).map(({ key }) => key.slice(-1))).toEqual(['3', '1', '0'])
})

test('what was done at the minute at which a meeting began comes after it, by Danish clocks', () => {
  const meeting = momentsOf({ ...none, source: 'items', id: 1, day: '2026-06-03', startsAt: '09:00' })
  const event = momentsOf({ ...none, source: 'events', id: 1, at: nine })
  expect(momentsAfter([...meeting, ...event], null, 9).map(({ source }) => source)).toEqual(['events', 'items'])
})

test('page after page shows every moment once, newest first, however many share an instant', () => {
  const at = fc
    .constantFrom(0, 1, 60, 61, 3_600_000, 90_000_000)
    .map(ms => instant(new Date(Date.parse(nine) + ms).toISOString()))
  const maybe = fc.option(at) as fc.Arbitrary<Instant | null>
  const row = fc.oneof(
    fc.record({ source: fc.constant('events' as const), at }),
    fc.record({
      source: fc.constant('referrals' as const),
      at,
      answeredAt: maybe,
      acceptedAt: maybe,
      withdrawnAt: maybe,
    }),
    fc.record({
      source: fc.constant('items' as const),
      day: fc.constantFrom('2026-06-03', '2026-06-04'),
      startsAt: fc.constantFrom('09:00', '10:00'),
    }),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const all = rows.flatMap((one, at) => momentsOf({ ...none, ...one, id: at + 1 }))
      const paged = []
      for (let page = momentsAfter(all, null, size); page.length > 0; ) {
        paged.push(...page)
        page = momentsAfter(all, page.at(-1) ?? null, size)
      }
      expect(paged).toEqual([...all].sort(newestFirst))
    }),
  )
})
