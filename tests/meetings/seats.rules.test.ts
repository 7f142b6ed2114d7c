import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SeatPeriod, seatsOnDay, withSeats } from '../../src/features/ground/parties/people/seats-on-day.ts'
import { quorumOf } from '../../src/features/meetings/meetings/meeting/quorum-rules.ts'
import { runs } from '../support/runs.ts'

const on = '2026-03-12'
const seat = (facts: Partial<SeatPeriod>): SeatPeriod => ({
  id: 1,
  personId: 10,
  role: 'MEMBER',
  substituteForId: null,
  from: '2024-01-01',
  to: null,
  ...facts,
})
const row = (personId: number, facts = {}) => ({
  id: personId,
  personId,
  role: 'MEMBER' as const,
  side: 'HOUSING' as const,
  status: 'PRESENT' as const,
  standsInForId: null as number | null,
  arrivedAtItem: null,
  leftAfterItem: null,
  ...facts,
})
const housing = (rows: ReturnType<typeof row>[], seats: SeatPeriod[]) =>
  quorumOf(withSeats(rows, seatsOnDay(seats, on)), { quorumHousing: 1, quorumMunicipality: 0 }).bySide.HOUSING.present

test('a seat lasts through its last day, and begins on its first', () => {
  expect(seatsOnDay([seat({ to: on })], on).people.has(10)).toBe(true)
  expect(seatsOnDay([seat({ to: '2026-03-11' })], on).people.has(10)).toBe(false)
  expect(seatsOnDay([seat({ from: on })], on).people.has(10)).toBe(true)
  expect(seatsOnDay([seat({ from: '2026-03-13' })], on).people.has(10)).toBe(false)
})

test('whoever was called and has no seat on the day is not counted, and the new holder is', () => {
  const seats = [seat({ to: '2026-03-10' }), seat({ id: 2, personId: 11, from: '2026-03-11' })]
  expect(housing([row(10)], seats)).toBe(0)
  expect(housing([row(10), row(11)], seats)).toBe(1)
})

test('a change of role is no loss of the seat', () => {
  const seats = [seat({ to: '2026-03-10' }), seat({ id: 2, role: 'CHAIR', from: '2026-03-11' })]
  expect(housing([row(10)], seats)).toBe(1)
})

test('nobody stands in for a seat that has ended, unless the seat is the substitute’s to fill', () => {
  const ended = seat({ to: '2026-03-10' })
  const called = [row(10, { status: 'APOLOGIES' }), row(12, { role: 'SUBSTITUTE', standsInForId: 10 })]
  const forAnyone = seat({ id: 3, personId: 12, role: 'SUBSTITUTE' })
  expect(housing(called, [ended, forAnyone])).toBe(0)
  expect(housing(called, [ended, { ...forAnyone, substituteForId: 1 }])).toBe(1)
})

const dayIn = fc.integer({ min: 1, max: 28 }).map(date => `2026-03-${String(date).padStart(2, '0')}`)
const histories = fc.array(
  fc.record({
    personId: fc.integer({ min: 1, max: 8 }),
    role: fc.constantFrom('CHAIR' as const, 'VICE_CHAIR' as const, 'MEMBER' as const, 'SECRETARY' as const),
    from: dayIn,
    to: fc.option(dayIn, { nil: null }),
  }),
  { maxLength: 12 },
)

test('whatever seats people have had, quorum counts exactly those who sit on the day, each once', () => {
  fc.assert(
    fc.property(histories, fc.uniqueArray(fc.integer({ min: 1, max: 8 })), dayIn, (history, called, day) => {
      const seats = history.map((facts, index) => seat({ ...facts, id: index + 1 }))
      const rows = withSeats(
        called.map(personId => row(personId)),
        seatsOnDay(seats, day),
      )
      const sits = (personId: number) =>
        seats.some(one => one.personId === personId && one.from <= day && (one.to === null || one.to >= day))
      const quorum = quorumOf(rows, { quorumHousing: 0, quorumMunicipality: 0 })
      expect(quorum.bySide.HOUSING.present).toBe(called.filter(sits).length)
    }),
    runs(300, 20_000),
  )
})
