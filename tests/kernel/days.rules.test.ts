import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  addWorkdays,
  clockTime,
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
  weekdayOf,
  workdaysBetween,
} from '../../src/kernel/days.ts'
import { parseDanishDay } from '../../src/kernel/written-day.ts'

test('a day is read as Danes write it, and no other', () => {
  expect(parseDanishDay('23.11.2026')).toBe('2026-11-23')
  expect(parseDanishDay(' 1.2.2026 ')).toBe('2026-02-01')
  expect(parseDanishDay('2026-11-23')).toBe('2026-11-23')
  expect(parseDanishDay('30.2.2026')).toBeNull()
  expect(parseDanishDay('i morgen')).toBeNull()
})

test('days and moments are written in Danish', () => {
  expect(longDay(day('2026-11-23'))).toBe('23. november 2026')
  expect(shortDay(day('2026-01-03'))).toBe('03.01.2026')
  expect(weekdayOf(day('2026-11-24'))).toBe('tirsdag')
  expect(clockTime('14:30')).toBe('kl. 14.30')
  expect(longMoment(instant('2026-11-23T09:15:00Z'))).toBe('23. november 2026 kl. 10.15')
})

test('the day turns at midnight in Denmark, summer and winter', () => {
  expect(dayOf(instant('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  expect(dayOf(instant('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
  expect(dayOf(instant('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
})

test('both changes of summer time', () => {
  expect(momentOf(day('2026-03-29'), '01:59')).toBe('2026-03-29T00:59:00.000Z')
  expect(momentOf(day('2026-03-29'), '02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(timeOf(instant('2026-03-29T01:30:00Z'))).toBe('03:30')
  expect(momentOf(day('2026-10-25'), '02:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(timeOf(instant('2026-10-25T01:30:00Z'))).toBe('02:30')
  expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26')
})

test('workdays by the Danish calendar', () => {
  expect(isWorkday(day('2026-04-02'))).toBe(false) // Maundy Thursday
  expect(isWorkday(day('2026-04-06'))).toBe(false) // Easter Monday
  expect(isWorkday(day('2026-05-14'))).toBe(false) // Ascension
  expect(isWorkday(day('2026-05-25'))).toBe(false) // Whit Monday
  expect(isWorkday(day('2023-05-05'))).toBe(false) // Great Prayer Day, the last
  expect(isWorkday(day('2024-04-26'))).toBe(true)
  expect(isWorkday(day('2026-06-05'))).toBe(false)
  expect(isWorkday(day('2026-12-24'))).toBe(false)
})

test('adding workdays goes past weekends and holidays, both ways', () => {
  expect(addWorkdays(day('2026-04-01'), 1)).toBe('2026-04-07')
  expect(addWorkdays(day('2026-04-07'), -1)).toBe('2026-04-01')
  expect(addWorkdays(day('2026-11-24'), 0)).toBe('2026-11-24')
  expect(workdaysBetween(day('2026-04-01'), day('2026-04-08'))).toBe(2)
  expect(workdaysBetween(day('2026-04-08'), day('2026-04-01'))).toBe(-2)
  expect(daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1)
})

test('clock times run on past the hour', () => {
  expect(addMinutes('14:50', 20)).toBe('15:10')
})

test('clocks show what the calendar of time zones says, at any moment', () => {
  const moments = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, moment => {
      const at = instant(moment.toISOString())
      const danish = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Copenhagen')
      expect(dayOf(at)).toBe(danish.toPlainDate().toString())
      expect(timeOf(at)).toBe(danish.toPlainTime().toString({ smallestUnit: 'minute' }))
    }),
  )
  for (const change of ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '1940-05-14T23:00:00Z']) {
    for (let minute = -1500; minute <= 1500; minute += 30) {
      const at = Temporal.Instant.from(change).add({ minutes: minute })
      const danish = at.toZonedDateTimeISO('Europe/Copenhagen')
      expect(timeOf(instant(at.toString()))).toBe(danish.toPlainTime().toString({ smallestUnit: 'minute' }))
    }
  }
})

test('there is no such day', () => {
  for (const text of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', ''])
    expect(() => day(text), text).toThrow(RangeError)
  expect(day('2028-02-29')).toBe('2028-02-29')
})
