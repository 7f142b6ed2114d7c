import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addWorkdays,
  type Day,
  day,
  dayOf,
  daysBetween,
  instant,
  isWorkday,
  longDay,
  longMoment,
  momentOf,
  shortDay,
  timeOf,
  weekdayNumber,
  workdaysBetween,
} from '../../src/kernel/days.ts'
import { parseDanishDay } from '../../src/kernel/written-day.ts'

const anyDay = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map(date => day(date.toISOString().slice(0, 10)))
const anyTime = fc
  .tuple(fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

test('workdays added are workdays, and as many as were asked for', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const to = addWorkdays(from, count)
      expect(isWorkday(to)).toBe(true)
      expect(workdaysBetween(from, to)).toBe(count)
    }),
  )
})

test('from a workday, adding workdays and taking them again leads back', () => {
  fc.assert(
    fc.property(anyDay.filter(isWorkday), fc.integer({ min: -40, max: 40 }), (from, count) => {
      expect(addWorkdays(addWorkdays(from, count), -count)).toBe(from)
    }),
  )
})

test('days added are days between', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
      const to = addDays(from, count)
      expect(daysBetween(from, to)).toBe(count)
      expect(Math.abs(weekdayNumber(from) + count - weekdayNumber(to)) % 7).toBe(0)
    }),
  )
})

test('what is written of a day is read back as the same day', () => {
  fc.assert(
    fc.property(anyDay, on => {
      expect(parseDanishDay(shortDay(on))).toBe(on)
      expect(parseDanishDay(on)).toBe(on)
    }),
  )
})

test('the moment of a day and a time falls on that day at that time', () => {
  fc.assert(
    fc.property(anyDay, anyTime, (on, time) => {
      expect([dayOf(momentOf(on, time)), timeOf(momentOf(on, time))]).toEqual([on, time])
    }),
  )
})

test('the holidays of 2026, the year through, and Great Prayer Day until 2023', () => {
  const closed: Day[] = []
  for (let on = day('2026-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    if (weekdayNumber(on) <= 5 && !isWorkday(on)) closed.push(on)
  }
  expect(closed.map(longDay)).toEqual([
    '1. januar 2026',
    '2. april 2026',
    '3. april 2026',
    '6. april 2026',
    '14. maj 2026',
    '25. maj 2026',
    '5. juni 2026',
    '24. december 2026',
    '25. december 2026',
    '31. december 2026',
  ])
  expect([2008, 2022, 2023, 2024].map(year => isWorkday(greatPrayerDay[year] ?? day('2026-01-01')))).toEqual([
    false,
    false,
    false,
    true,
  ])
})

const greatPrayerDay: Record<number, Day> = {
  2008: day('2008-04-18'),
  2022: day('2022-05-13'),
  2023: day('2023-05-05'),
  2024: day('2024-04-26'),
}

test('days and moments are Denmark’s wherever the server stands', () => {
  const inZone = (zone: string) => {
    process.env.TZ = zone
    return {
      serverHour: new Date('2026-01-01T00:00:00Z').getHours(),
      read: [
        momentOf(day('2026-03-29'), '02:30'),
        momentOf(day('2026-10-25'), '02:30'),
        dayOf(instant('2026-12-31T23:30:00Z')),
        longMoment(instant('2026-07-01T21:59:00Z')),
        addWorkdays(day('2026-12-23'), 1),
      ],
    }
  }
  const stands = process.env.TZ
  try {
    const [angeles, tokyo] = [inZone('America/Los_Angeles'), inZone('Asia/Tokyo')]
    expect([angeles.serverHour, tokyo.serverHour]).toEqual([16, 9])
    expect(angeles.read).toEqual(tokyo.read)
    expect(tokyo.read).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2027-01-01',
      '1. juli 2026 kl. 23.59',
      '2026-12-28',
    ])
  } finally {
    process.env.TZ = stands
  }
})
