import { expect, test } from 'vitest'
import { monthNumber, readWrittenDate } from '../../src/kernel/written-date.ts'

test.each([
  ['14. marts 2011', '2011-03-14', 'DAY'],
  ['14.3.2011', '2011-03-14', 'DAY'],
  ['2011-03-14', '2011-03-14', 'DAY'],
  ['marts 2011', '2011-03-01', 'MONTH'],
  ['  September  2009 ', '2009-09-01', 'MONTH'],
  ['sept. 2009', '2009-09-01', 'MONTH'],
  ['maj 2009', '2009-05-01', 'MONTH'],
  ['3/2011', '2011-03-01', 'MONTH'],
  ['03-2011', '2011-03-01', 'MONTH'],
  ['2011-03', '2011-03-01', 'MONTH'],
  ['2011', '2011-01-01', 'YEAR'],
])('»%s« is as much as is known', (typed, day, precision) => {
  expect(readWrittenDate(typed)).toEqual({ day, precision })
})

test.each([
  '',
  'i foråret',
  '31. februar 2011',
  '13/2011',
  '2011-13',
  '1811',
  '2411',
  'm 2011',
  'martz 2011',
  '20',
  '2011 marts',
])('»%s« is no date', typed => {
  expect(readWrittenDate(typed)).toBeNull()
})

test('a month is known by its name and by how people shorten it', () => {
  expect(['januar', 'jan', 'sept', 'sep', 'december', 'referat', 'ma', ''].map(monthNumber)).toEqual([
    1, 1, 9, 9, 12, 0, 0, 0,
  ])
})
