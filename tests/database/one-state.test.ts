import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { inSteps } from '../../src/database/in-steps.ts'
import { ofOneState } from '../../src/database/one-state.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
let database: Database
let other: Sqlite.Database

beforeAll(async () => {
  folder = ownFolder('one-state')
  other = new Sqlite(join(folder, 'portal.db'))
  other.pragma('journal_mode = WAL')
  other.exec('CREATE TABLE n (id INTEGER PRIMARY KEY, state INTEGER NOT NULL)')
  for (let id = 1; id <= 40; id += 1) other.prepare('INSERT INTO n VALUES (?, 0)').run(id)
  database = await openDatabase(join(folder, 'portal.db'))
})
afterAll(async () => {
  await database.close()
  other.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Commits between the first turns of whoever reads. */
function committing(times: number): () => void {
  let left = times
  const commit = () => {
    if (left <= 0) return
    left -= 1
    other.exec('UPDATE n SET state = state + 1')
    setImmediate(commit)
  }
  setImmediate(commit)
  return () => {
    left = 0
  }
}

const inTens = {
  end: (after: number | null) => ((after ?? 0) + 10 >= 40 ? null : (after ?? 0) + 10),
  rows: (after: number | null, end: number | null) =>
    database.sql.asStored<{ id: number; state: number }>(
      'SELECT id, state FROM n WHERE id > ? AND id <= ? ORDER BY id',
      after ?? 0,
      end ?? 40,
    ),
}
const statesOf = (rows: { state: number }[]) => new Set(rows.map(({ state }) => state))

test('steps alone read what was committed between them', async () => {
  const stop = committing(1000)
  const rows = await inSteps(100, null, inTens)
  stop()
  expect(statesOf(rows).size).toBeGreaterThan(1)
})

test.each([0, 1, 2, 1000])('what one answer is made of is of one state, with %i commits meanwhile', async times => {
  const stop = committing(times)
  const rows = await ofOneState(database, pause => inSteps(100, null, inTens, pause))
  stop()
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  expect(statesOf(rows).size).toBe(1)
})

test('a fault of what is read is told, and not tried again', async () => {
  let read = 0
  const failing = ofOneState(database, async () => {
    read += 1
    throw new Error('no such thing')
  })
  await expect(failing).rejects.toThrow('no such thing')
  expect(read).toBe(1)
})
