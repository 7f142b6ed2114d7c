import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  adjustedBy,
  adjustedSql,
  drawnBy,
  drawnSql,
  entryKinds,
  leftBy,
  leftSql,
} from '../../src/features/decisions/mandates/mandate-amounts.ts'
import {
  awaitedDraftSql,
  endOf,
  endOrNullSql,
  inForceSql,
  isAwaitedDraft,
  type MandatePeriod,
  mandateStateOn,
  runsOut,
  runsOutSql,
  runsOutValues,
} from '../../src/features/decisions/mandates/mandate-period.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
})
afterAll(() => remove())

const first = day('2026-01-01')
/** Few days, so that they meet. */
const days = fc.integer({ min: 0, max: 9 }).map((n): Day => addDays(first, n * 30))
const orNone = fc.option(days, { nil: null })

const periods: fc.Arbitrary<MandatePeriod> = fc.record({
  from: days,
  to: orNone,
  sourceDay: days,
  supersededFrom: orNone,
  revokedFrom: orNone,
  activatedAt: fc.constantFrom(null, '2026-01-01T10:00:00.000Z'),
})

/** What SQL says of one mandate. */
const bySql = (id: number, said: string, ...values: Day[]): unknown =>
  sql
    .prepare(`SELECT ${said} FROM Mandate m WHERE m.id = ?`)
    .pluck()
    .get(...values, id)

test('whether a mandate is in force, runs out or is a draft is the same in a row and in the database', () => {
  fc.assert(
    fc.property(periods, days, (period, on) => {
      const id = insert(sql, 'Mandate', { ...period })
      expect(bySql(id, inForceSql('m'), on)).toBe(Number(mandateStateOn(period, on) === 'IN_FORCE'))
      expect(bySql(id, runsOutSql('m'), ...runsOutValues(on))).toBe(Number(runsOut(period, on)))
      expect(bySql(id, awaitedDraftSql('m'))).toBe(Number(isAwaitedDraft(period)))
      expect(bySql(id, endOrNullSql('m'))).toBe(endOf(period))
    }),
    runs(150, 5_000),
  )
})

test('what an entry of the ledger does is the same in a row and in the database', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entryKinds), fc.integer({ min: 1, max: 2 ** 50 }), (kind, amount) => {
      const said = sql
        .prepare(
          `SELECT ${drawnSql('e')} AS drawn, ${adjustedSql('e')} AS adjusted, ${leftSql('e')} AS "left"
           FROM (SELECT ? AS kind, CAST(? AS INTEGER) AS amount) e`,
        )
        .get(kind, amount)
      const entry = { kind, amount }
      expect(said).toEqual({ drawn: drawnBy(entry), adjusted: adjustedBy(entry), left: leftBy(entry) })
    }),
    runs(60, 1_000),
  )
})
