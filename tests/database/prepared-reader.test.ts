import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { emptyFolder } from '../support/templates.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let other: Sqlite.Database

beforeEach(async () => {
  database = await freshDatabase(await emptyFolder())
  other = new Sqlite(database.db.file)
})
afterEach(async () => {
  other.close()
  await database.close()
})

const add = (slug: string) =>
  other
    .prepare(
      `INSERT INTO Organisation (slug, kind, name, shortName, "from") VALUES (?, 'EXTERNAL', 'x', 'x', '2011-01-01')`,
    )
    .run(slug)
const count = () => database.db.sql.asStored<{ n: number }>('SELECT count(*) AS n FROM Organisation')[0]?.n ?? -1

test('what is read in one go is of one state, and the next turn reads the newest', async () => {
  const before = count()
  const version = database.db.dataVersion()
  add('a')
  expect([count(), database.db.dataVersion()]).toEqual([before, version])
  await nextTurn()
  expect(count()).toBe(before + 1)
  expect(database.db.dataVersion()).not.toBe(version)
})

test('a commit is known by its version before anything else is read', async () => {
  const versions = [database.db.dataVersion()]
  for (const name of ['a', 'b']) {
    await nextTurn()
    add(name)
    versions.push(database.db.dataVersion())
  }
  expect(new Set(versions).size).toBe(3)
})

test('a statement that fails leaves no state held, and the database can be closed at once', async () => {
  expect(() => database.db.sql.asStored('SELECT * FROM Nothing')[0]).toThrow()
  await nextTurn()
  add('c')
  expect(count()).toBeGreaterThan(0)
  database.db.dataVersion()
})

test('whoever has written reads it at once', async () => {
  const before = count()
  await write(systemActor(database.db, instant('2026-03-12T09:00:00.000Z')), async tx => ({
    result: await tx.organisation.create({
      data: { slug: 'd', kind: 'EXTERNAL', name: 'x', shortName: 'x', from: '2011-01-01' },
    }),
    events: [],
  }))
  expect(count()).toBe(before + 1)
})
