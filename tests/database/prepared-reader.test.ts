import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../support/app.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let other: Sqlite.Database

beforeEach(async () => {
  database = await freshDatabase()
  other = new Sqlite(database.db.file)
})
afterEach(async () => {
  other.close()
  await database.close()
})

const add = (slug: string) =>
  other
    .prepare(
      `INSERT INTO Organisation (slug, kind, name, shortName, "from") VALUES (?, 'EXTERNAL', 'x', 'x', '2008-09-01')`,
    )
    .run(slug)
const count = () => database.db.sql.get<{ n: number }>('SELECT count(*) AS n FROM Organisation')?.n ?? -1

test('what is read in one go is of one state, and what follows a wait is of the newest', async () => {
  const before = count()
  const version = database.db.dataVersion()
  add('a')
  expect([count(), database.db.dataVersion()]).toEqual([before, version])
  await null
  expect(count()).toBe(before + 1)
  expect(database.db.dataVersion()).not.toBe(version)
})

test('a commit is known by its version before anything else is read', async () => {
  const versions = [database.db.dataVersion()]
  for (const name of ['a', 'b']) {
    await null
    add(name)
    versions.push(database.db.dataVersion())
  }
  expect(new Set(versions).size).toBe(3)
})

test('a statement that fails leaves no state held, and the database can be closed at once', async () => {
  expect(() => database.db.sql.get('SELECT * FROM Nothing')).toThrow()
  await null
  add('c')
  expect(count()).toBeGreaterThan(0)
  database.db.dataVersion()
})
