import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { isPast, isPastSql, lastsSql } from '../../src/kernel/last-day.ts'
import { hasEnded, isOn, isOnSql } from '../../src/kernel/periods.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
})
afterAll(() => remove())

const days = fc.integer({ min: 0, max: 8 }).map(count => addDays(day('2026-11-01'), count))
const period = fc
  .record({ from: days, lasts: fc.option(fc.integer({ min: 0, max: 4 })) })
  .map(({ from, lasts }) => ({ from, to: lasts === null ? null : addDays(from, lasts) }))

const bySql = (condition: string, id: number, ...on: Day[]): boolean =>
  sql.prepare(`SELECT 1 FROM Organisation o WHERE o.id = ? AND ${condition}`).get(id, ...on) !== undefined

test('a period and the database say the same about whether it holds on a day, and whether it has ended', () => {
  fc.assert(
    fc.property(period, days, ({ from, to }, on) => {
      const id = insert(sql, 'Organisation', { from, to })
      expect(bySql(isOnSql('o'), id, on, on)).toBe(isOn({ from, to }, on))
      expect(bySql(isOnSql('o', `'${on}'`), id)).toBe(isOn({ from, to }, on))
      expect(bySql(lastsSql('o."to"'), id, on)).toBe(!hasEnded({ from, to }, on))
      expect(bySql(isPastSql('o."to"'), id, on)).toBe(isPast(to, on))
      expect(bySql(`NOT ${isPastSql('o."to"')}`, id, on)).toBe(!isPast(to, on))
    }),
    runs(60, 2_000),
  )
})
