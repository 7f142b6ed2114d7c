import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesInForce, rulesInForceSql } from '../../src/features/ground/bodies/rules-in-force.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
})
afterAll(() => remove())

const days = fc.integer({ min: 0, max: 6 }).map(count => addDays(day('2026-11-01'), count))

test('the rules and the database say the same about which of a body’s rules are in force on a day', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 5 }), days, (begins, on) => {
      const bodyId = insert(sql, 'Body')
      const rules = begins.map((from, number) => ({
        id: insert(sql, 'RulesOfProcedure', { bodyId, from, number }),
        from,
        number,
      }))
      const bySql = sql
        .prepare(`SELECT ${rulesInForceSql('?', '?')} AS id`)
        .pluck()
        .get(bodyId, on)
      expect(bySql).toBe(rulesInForce(rules, on)?.id ?? null)
    }),
    runs(40, 1_000),
  )
})

test('of two from the same day the later number governs, and nothing before the first', () => {
  const [first, second] = [
    { from: day('2026-11-02'), number: 0 },
    { from: day('2026-11-02'), number: 1 },
  ] as const
  expect(rulesInForce([second, first], day('2026-11-02'))).toBe(second)
  expect(rulesInForce([first, second], day('2026-11-01'))).toBeNull()
})
