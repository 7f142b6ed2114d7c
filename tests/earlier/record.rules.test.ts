import { describe, expect, test } from 'vitest'
import { holdsOn, type RecordText, recordFaults } from '../../src/features/meetings/earlier/record-rules.ts'
import { day } from '../../src/kernel/days.ts'

const recordedFrom = day('2026-02-01')
const record = (given: Partial<RecordText> = {}): RecordText => ({
  date: { day: day('2011-03-14'), precision: 'DAY' },
  title: 'Referat',
  text: '',
  closed: false,
  closedReason: '',
  publicTitle: '',
  position: false,
  positionUntil: null,
  ...given,
})
const fields = (given: Partial<RecordText>, files = 1) =>
  recordFaults(record(given), files, recordedFrom).map(({ field }) => field)

describe('a document from before the portal', () => {
  test('is from before the day that the portal records from', () => {
    expect(fields({})).toEqual([])
    expect(fields({ date: { day: day('2026-01-31'), precision: 'DAY' } })).toEqual([])
    const late = recordFaults(record({ date: { day: recordedFrom, precision: 'DAY' } }), 1, recordedFrom)
    expect(late).toEqual([
      {
        field: 'date',
        sentence:
          'Portalen fører samarbejdets møder fra den 1. februar 2026. Det, der er sket fra den dag, registreres som et møde.',
      },
    ])
    expect(fields({ date: null })).toEqual(['date'])
  })

  test('of a month or a year it is enough that it may have been before', () => {
    expect(fields({ date: { day: day('2026-01-01'), precision: 'YEAR' } })).toEqual([])
    expect(fields({ date: { day: day('2026-02-01'), precision: 'MONTH' } })).toEqual(['date'])
    expect(fields({ date: { day: day('2027-01-01'), precision: 'YEAR' } })).toEqual(['date'])
  })

  test('has a title, and a file or a text', () => {
    expect(fields({ title: ' ' })).toEqual(['title'])
    expect(fields({}, 0)).toEqual(['fil'])
    expect(fields({ text: 'Enige om et oplæg.' }, 0)).toEqual([])
  })

  test('that still holds says what was agreed, and no last day before it was', () => {
    expect(fields({ position: true })).toEqual(['text'])
    expect(fields({ position: true, text: 'Enige' })).toEqual([])
    expect(fields({ position: true, text: 'Enige', positionUntil: day('2011-03-13') })).toEqual(['positionUntil'])
    expect(fields({ positionUntil: day('2030-01-01') })).toEqual(['positionUntil'])
  })

  test('that is closed has a reason and a title for the others', () => {
    expect(fields({ closed: true })).toEqual(['closedReason', 'publicTitle'])
    expect(fields({ closed: true, closedReason: 'Tavshedspligt', publicTitle: 'Lukket referat' })).toEqual([])
  })

  test('tells all that is wrong at once', () => {
    expect(fields({ date: null, title: '', closed: true, positionUntil: day('2020-01-01') }, 0)).toEqual([
      'date',
      'title',
      'fil',
      'positionUntil',
      'closedReason',
      'publicTitle',
    ])
  })
})

test('a position holds to its last day, and without one until further notice', () => {
  const on = day('2026-03-12')
  expect(holdsOn({ position: true, positionUntil: null }, on)).toBe(true)
  expect(holdsOn({ position: true, positionUntil: on }, on)).toBe(true)
  expect(holdsOn({ position: true, positionUntil: day('2026-03-11') }, on)).toBe(false)
  expect(holdsOn({ position: false, positionUntil: null }, on)).toBe(false)
})
