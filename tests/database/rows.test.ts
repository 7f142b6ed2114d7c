import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { systemActor } from '../../src/access/actor.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { readIn } from '../../src/database/reader.ts'
import { column, type RowOf, rowsOf } from '../../src/database/rows.ts'
import { write } from '../../src/database/write.ts'
import { type Day, type Instant, instant } from '../../src/kernel/days.ts'
import type { Oere } from '../../src/kernel/money.ts'
import { ownFolder } from '../support/run-folder.ts'
import { emptyFolder } from '../support/templates.ts'

let folder: string
let database: Database

beforeAll(async () => {
  folder = ownFolder('rows')
  cpSync(await emptyFolder(), folder, { recursive: true })
  database = await openDatabase(join(folder, 'portal.db'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const described = rowsOf({
  id: column.number,
  name: column.text,
  kind: column.oneOf<'A' | 'B'>(),
  on: column.day,
  at: column.orNull(column.moment),
  amount: column.amount,
  closed: column.flag,
  told: column.orNull(column.flag),
  parts: column.json(z.array(z.number())),
})
const statement = `SELECT 7 AS id, 'Navn' AS name, 'A' AS kind, '2026-11-30' AS "on", NULL AS at, 12345 AS amount,
  1 AS closed, NULL AS told, '[1,2]' AS parts`
const said = {
  id: 7,
  name: 'Navn',
  kind: 'A',
  on: '2026-11-30',
  at: null,
  amount: 12345,
  closed: true,
  told: null,
  parts: [1, 2],
}

const inTransaction = <Row>(rows: Parameters<typeof readIn<Row>>[1], text: string) =>
  write(systemActor(database, instant('2026-11-30T10:00:00Z')), async tx => ({
    result: await readIn(tx, rows, text),
    events: [],
  }))

test('a row says what it is, on a page and in a transaction alike', async () => {
  expect(database.sql.get(described, statement)).toEqual(said)
  expect(database.sql.all(described, statement)).toEqual([said])
  expect(await inTransaction(described, statement)).toEqual([said])
})

test('its type follows from its description', () => {
  expectTypeOf<RowOf<typeof described>>().toEqualTypeOf<{
    id: number
    name: string
    kind: 'A' | 'B'
    on: Day
    at: Instant | null
    amount: Oere
    closed: boolean
    told: boolean | null
    parts: number[]
  }>()
})

test('a column that is not described is refused, and one that is described and not selected', async () => {
  const one = rowsOf({ id: column.number })
  expect(() => database.sql.all(one, 'SELECT 1 AS id, 2 AS more')).toThrow('not described: more')
  expect(() => database.sql.get(one, 'SELECT 1 AS other')).toThrow('not described: other')
  const two = rowsOf({ id: column.number, name: column.text })
  expect(() => database.sql.all(two, 'SELECT 2 AS id')).toThrow('does not select what is described: name')
  await expect(inTransaction(two, 'SELECT 2 AS id')).rejects.toThrow('does not select what is described: name')
})

test('a flag that came out as nothing is refused, not taken for no', async () => {
  const flags = rowsOf({ closed: column.flag })
  expect(() => database.sql.all(flags, 'SELECT NULL AS closed')).toThrow('Not a flag')
  await expect(inTransaction(flags, 'SELECT NULL AS closed')).rejects.toThrow('Not a flag')
})

test('JSON of another shape is refused', () => {
  const rows = rowsOf({ parts: column.json(z.array(z.number())) })
  expect(() => database.sql.all(rows, `SELECT '["a"]' AS parts`)).toThrow()
})

test('one statement is read as two describe it', () => {
  const text = 'SELECT 1 AS it'
  expect(database.sql.get(rowsOf({ it: column.flag }), text)).toEqual({ it: true })
  expect(database.sql.get(rowsOf({ it: column.number }), text)).toEqual({ it: 1 })
})
