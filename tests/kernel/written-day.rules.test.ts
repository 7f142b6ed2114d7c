import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, longDay, shortDay, weekdayOf } from '../../src/kernel/days.ts'
import { parseDanishDay, readDay } from '../../src/kernel/written-day.ts'
import { parseTime } from '../../src/kernel/written-time.ts'

test.each([
  '1. marts 2027',
  '1 marts 2027',
  'den 1. marts 2027',
  'mandag den 1. marts 2027',
  'Mandag d. 1. Marts 2027',
  '1. mar. 2027',
  '1.3.27',
  '1.3.2027',
  '01.03.2027',
  '1. 3. 2027',
  '1/3 2027',
  '1/3-2027',
  '1/3-27',
  '1-3-2027',
  '01/03/2027',
  '2027-03-01',
  '2027.3.1',
  '2027/03/01',
  '20270301',
  '01032027',
  ' 1.3.2027 ',
  '1.\u00a0marts\u00a02027',
])('%s is 1 March 2027', typed => {
  expect(parseDanishDay(typed)).toBe('2027-03-01')
})

test.each([
  '',
  '1. marts',
  '1.3',
  '3/27/2027',
  '31. april 2027',
  '29.2.2027',
  '2026-02-30',
  '1.3.98',
  'tirsdag den 1. marts 2027',
  '010327',
  '1.3.227',
  '1.martz 2027',
  'i morgen',
  '32.1.2027',
  '9999-12-31',
  '31.12.1899',
  '1. januar 2200',
  '0001-01-01',
  '1.3.20277',
  '2027-03-01T00:00',
  '1.3.2027 kl. 9',
  '-1.3.2027',
])('»%s« is no day, or could be several', typed => {
  expect(parseDanishDay(typed)).toBeNull()
})

test('a day too far away is told from what is no day', () => {
  expect(readDay('31.12.9999')).toBe('9999-12-31')
  expect(readDay('31.13.9999')).toBeNull()
})

test('a day is read back however it is written', () => {
  const anyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map(date => day(date.toISOString().slice(0, 10)))
  fc.assert(
    fc.property(anyDay, on => {
      const [year, month, date] = on.split('-').map(Number)
      const forms = [
        on,
        shortDay(on),
        longDay(on),
        `${weekdayOf(on)} den ${longDay(on)}`,
        `${date}/${month} ${year}`,
        `${date}-${month}-${year}`,
      ]
      for (const form of forms) expect(parseDanishDay(form), form).toBe(on)
    }),
  )
})

test.each([
  ['9', '09:00'],
  ['kl. 9', '09:00'],
  ['Kl 9.30', '09:30'],
  ['klokken 9', '09:00'],
  ['9.30', '09:30'],
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['14:30:00', '14:30'],
  ['0.00', '00:00'],
  ['23.59', '23:59'],
])('%s is a time', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

test.each(['', '24', '24.00', '9.5', '9.60', '9-11', '9.30-11', '9,5', '99', '2460', 'ni', '9.30.15', '-9', '12345'])(
  '»%s« is no time, or could be several',
  typed => {
    expect(parseTime(typed)).toBeNull()
  },
)
