import { describe, expect, test } from 'vitest'
import * as now from '../../src/demo/content/joint-now.ts'
import type { DemoMeeting } from '../../src/demo/content/types.ts'
import { meetingDay } from '../../src/demo/schedule.ts'
import { addDays, type Day, day, isWorkday } from '../../src/kernel/days.ts'

/** Every day that the demo may be loaded on in three years: Sundays, July, Christmas and New Year's Day among them. */
const days = Array.from({ length: 3 * 365 }, (_, index) => addDays(day('2026-01-01'), index))

const on = (meeting: DemoMeeting, today: Day) => meetingDay(today, meeting.days)

describe('whatever day the demo is loaded on', () => {
  test('its meetings fall on workdays', () => {
    const meetings = Object.values(now).flat()
    for (const today of days) {
      expect(meetings.filter(meeting => !isWorkday(on(meeting, today))).map(meeting => [today, meeting.days])).toEqual(
        [],
      )
    }
  })

  test('what is over lies before today, what is called after it, and one meeting is held today or was last workday', () => {
    for (const today of days) {
      expect(on(now.minutesOut, today) < today && on(now.minutesInPreparation, today) < today).toBe(true)
      expect(on(now.called, today) > today && now.planned.every(one => on(one, today) > today)).toBe(true)
      const held = on(now.inSession, today)
      expect(isWorkday(today) ? held === today : held < today && held >= addDays(today, -6)).toBe(true)
    }
  })
})
