import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeDay, proposalDay } from '../../src/features/meetings/meetings/agenda/agenda-rules.ts'
import { questionsAbout } from '../../src/features/meetings/meetings/meeting/plan-rules.ts'
import {
  type RhythmKey,
  rhythms,
  seriesDays,
  seriesQuestions,
} from '../../src/features/meetings/meetings/series/series-rules.ts'
import { angleOf, drawWheel } from '../../src/features/reading/wheel/draw-wheel.ts'
import { comesIn, daysIn, dutyFaults } from '../../src/features/reading/wheel/duty-rules.ts'
import { givenDuties } from '../../src/features/reading/wheel/given-duties.ts'
import { addDays, type Day, day, isWorkday, weekdayNumber } from '../../src/kernel/days.ts'
import { runs } from '../support/runs.ts'

const texts = (first: string, rhythm: RhythmKey, count: number) =>
  seriesDays(day(first), rhythm, count).map(one => one.day as string)
const anyDay = fc.integer({ min: 0, max: 3 * 365 }).map(count => addDays(day('2026-01-01'), count))
const keys = Object.keys(rhythms) as RhythmKey[]

describe('the days of a series', () => {
  test('come by weeks on the same weekday, over both changes of the clock', () => {
    // Maundy Thursday gives way to the Tuesday after Easter.
    expect(texts('2026-03-26', '1W', 3)).toEqual(['2026-03-26', '2026-04-07', '2026-04-09'])
    expect(texts('2026-10-15', '2W', 3)).toEqual(['2026-10-15', '2026-10-29', '2026-11-12'])
  })

  test('come by months on the same weekday of the month, and the fifth is the last', () => {
    expect(texts('2026-01-08', '2M', 4)).toEqual(['2026-01-08', '2026-03-12', '2026-05-15', '2026-07-09'])
    expect(texts('2026-01-29', '1M', 3)).toEqual(['2026-01-29', '2026-02-26', '2026-03-26'])
    expect(texts('2026-11-10', '3M', 3)).toEqual(['2026-11-10', '2027-02-09', '2027-05-11'])
  })

  test('give way to the next workday where they are days off, and say from which', () => {
    // Ascension Day.
    expect(seriesDays(day('2026-05-14'), '1W', 1)).toEqual([{ day: '2026-05-15', movedFrom: '2026-05-14' }])
    expect(seriesDays(day('2026-12-24'), '1W', 1)).toEqual([{ day: '2026-12-28', movedFrom: '2026-12-24' }])
  })

  test('are workdays, in their order, as many as were asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...keys), fc.integer({ min: 1, max: 30 }), (first, rhythm, count) => {
        const days = seriesDays(first, rhythm, count)
        expect(days).toHaveLength(count)
        for (const [at, { day: on, movedFrom }] of days.entries()) {
          expect(isWorkday(on)).toBe(true)
          expect(weekdayNumber(movedFrom ?? on)).toBe(weekdayNumber(first))
          expect(at === 0 || on >= (days[at - 1]?.day ?? '')).toBe(true)
        }
      }),
      runs(60, 1_000),
    )
  })
})

describe('what is asked about the days of a series', () => {
  const time = { startsAt: '13:00', endsAt: '15:00' }
  const today = day('2026-03-02')
  const ask = (days: (string | null)[], others: Record<string, Parameters<typeof questionsAbout>[2]> = {}) =>
    seriesQuestions(
      days.map(one => (one === null ? null : day(one))),
      time,
      today,
      on => others[on] ?? [],
    )

  test('is nothing of ordinary days, and something of a Sunday, a holiday and a day far ahead', () => {
    const [ordinary, sunday, holiday, far] = ask(['2026-03-12', '2026-03-15', '2026-12-24', '2029-03-08'])
    expect(ordinary).toBeNull()
    expect(sunday).toContain('søndag')
    expect(holiday).toContain('juleaften')
    expect(far).toContain('først den 8. marts 2029')
  })

  test('is told of the same hour twice, in the series itself and with bodies that share people', () => {
    expect(ask(['2026-03-12', '2026-03-12'])[1]).toContain('møde i rækken samme dag kl. 13.00–15.00')
    const of = { body: 'Kommunens strategigruppe', shared: 2 }
    const [told] = ask(['2026-03-12'], {
      '2026-03-12': [{ number: '2026-M03', startsAt: '14:00', endsAt: '16:00', of }],
    })
    expect(told).toContain('Kommunens strategigruppe har møde 2026-M03 samme dag kl. 14.00–16.00')
    expect(told).toContain('2 personer sidder i begge organer')
    expect(ask([null])).toEqual([null])
  })

  test('is told of an hour that the change to summer time leaves out, and of none that the autumn has twice', () => {
    const night = (on: string) =>
      questionsAbout({ day: day(on), startsAt: '02:30', endsAt: '04:00', written: false }, today, []).join(' ')
    expect(night('2026-03-29')).toContain('Kl. 2.30 findes ikke')
    expect(night('2026-10-25')).not.toContain('findes ikke')
  })

  test('deadlines are days: they lie as far from the meeting on either side of both changes of the clock', () => {
    const rules = { noticeWorkdays: 4, proposalDeadlineWorkdays: 10 }
    expect([noticeDay(day('2026-04-01'), rules), proposalDay(day('2026-04-01'), rules)]).toEqual([
      '2026-03-26',
      '2026-03-18',
    ])
    expect([noticeDay(day('2026-10-29'), rules), proposalDay(day('2026-10-29'), rules)]).toEqual([
      '2026-10-23',
      '2026-10-15',
    ])
  })
})

describe('a duty', () => {
  const duty = { title: 'Opgave', note: '', fromDay: '02-29', toDay: '02-29' }
  const every = { ...duty, key: 'x', firstYear: 2026, everyYears: 2, lastYear: 2030 }

  test('comes every so many years, from its first to its last', () => {
    expect([2025, 2026, 2027, 2028, 2030, 2032].filter(year => comesIn(every, year))).toEqual([2026, 2028, 2030])
  })

  test('of the 29th of February is on the 28th in other years', () => {
    expect(daysIn(duty, 2028).day).toBe('2028-02-29')
    expect(daysIn(duty, 2026).day).toBe('2026-02-28')
  })

  test('has its days in one year, and its years in their order', () => {
    const fields = (more: object) => dutyFaults({ ...every, ...more }).map(({ field }) => field)
    expect(fields({})).toEqual([])
    expect(fields({ fromDay: '12-01', toDay: '01-31', lastYear: 2020 })).toEqual(['to', 'lastYear'])
  })

  test('that is given lies in the year as the year is, each with a name of its own', () => {
    for (const given of givenDuties) expect(dutyFaults(given), given.title).toEqual([])
    expect(new Set(givenDuties.map(({ key }) => key)).size).toBe(givenDuties.length)
  })
})

describe('the drawing', () => {
  test('begins at the top with New Year’s Day and goes once around, in leap years too', () => {
    expect(angleOf(day('2026-01-01'))).toBe(0)
    expect(angleOf(day('2026-07-02'))).toBeCloseTo(179.5, 1)
    expect(angleOf(day('2028-12-31'))).toBeCloseTo(360 - 360 / 366, 5)
  })

  test('keeps everything inside, whatever the days', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 4 })), { maxLength: 40 }), given => {
        const meetings = given.map(([on, ring]) => ({ day: on, ring, cancelled: false }))
        const duties = given.map(([on], number) => ({ day: on, to: addDays(on, number * 9) as Day, number }))
        const drawn = drawWheel(2026, { rings: 5, meetings, duties, today: day('2026-05-05') })
        for (const { x, y } of [...drawn.meetings, ...drawn.months, ...drawn.duties])
          expect(Math.min(x, y) >= 0 && Math.max(x, y) <= drawn.size).toBe(true)
        expect(drawn.today).not.toBeNull()
      }),
      runs(30, 500),
    )
  })
})
