import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingState } from '../../src/access/meeting-states.ts'
import { stateLabels, stateOnDay, stateOnDaySql } from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  insert(sql, 'Meeting', { id: 1 })
  insert(sql, 'AgendaItem', { id: 1 })
  insert(sql, 'MinutesVersion', { id: 1 })
})
afterAll(() => remove())

const days = fc.integer({ min: 0, max: 6 }).map(count => addDays(day('2026-12-01'), count))
const meeting = fc.record({
  // Time decides of minutes that are out: half of the meetings are of those.
  state: fc.oneof(
    fc.constant('MINUTES_OUT'),
    fc.constantFrom(...Object.keys(stateLabels)),
  ) as fc.Arbitrary<MeetingState>,
  objectionsUntil: fc.option(days),
})

test('a meeting and the database say the same about its state on a day', () => {
  fc.assert(
    fc.property(meeting, fc.array(fc.boolean(), { maxLength: 2 }), days, (facts, answered, on) => {
      const meetingId = insert(sql, 'Meeting', facts)
      for (const isAnswered of answered)
        insert(sql, 'Objection', { meetingId, answeredAt: isAnswered ? '2026-12-02T09:00:00.000Z' : null })
      const objectionsUnanswered = answered.filter(isAnswered => !isAnswered).length
      const bySql = sql
        .prepare(`SELECT ${stateOnDaySql('m')} FROM Meeting m WHERE m.id = ?`)
        .pluck()
        .get(on, meetingId)
      expect(bySql).toBe(stateOnDay({ ...facts, objectionsUnanswered }, on))
    }),
    runs(60, 2_000),
  )
})
