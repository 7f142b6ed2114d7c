import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { keptRows } from '../../src/database/kept-rows.ts'
import { column, rowsOf } from '../../src/database/rows.ts'
import { addArea } from '../../src/features/ground/places/index.ts'
import { day } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
})
afterAll(() => close())

const row = rowsOf({ name: column.text })
const named = (like: string) => keptRows(db, row, 'SELECT name FROM HousingArea WHERE name LIKE ? ORDER BY id', like)

test('rows are read once until something is committed, each question for itself, and nobody changes them', async () => {
  const add = (name: string) =>
    addArea(givenCooperation(db).actor('sekretariat.bolig', '2026-03-12T09:00:00.000Z'), {
      name,
      districtId: null,
      from: day('2026-03-01'),
    })
  await add('Rising')
  expect(named('%')).toEqual([{ name: 'Rising' }])
  const before = db.statements()
  expect(named('%')).toBe(named('%'))
  expect(db.statements()).toBe(before)
  expect(named('S%')).toEqual([])
  expect(() => named('%').push({ name: 'Ingen' })).toThrow(TypeError)
  await add('Skovparken')
  expect(named('%').map(({ name }) => name)).toEqual(['Rising', 'Skovparken'])
  expect(named('S%')).toHaveLength(1)
})
