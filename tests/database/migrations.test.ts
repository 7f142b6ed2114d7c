import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checksumOf, type Migration, readMigrations } from '../../src/database/migrations/migration-list.ts'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { givenOlderDemo, rowsThatStay, schemaOf } from '../support/older-portal.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'
import { emptyFolder } from '../support/templates.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = ownFolder('migrations')
  file = join(folder, 'portal.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const change = (work: (sql: Sqlite.Database) => void): void => {
  const sql = new Sqlite(file)
  work(sql)
  sql.close()
}
const migrate = (migrations = readMigrations()) => applyMigrations(file, { migrations })
const newest = async () => schemaOf(join(await emptyFolder(), 'portal.db'))

describe('existing data', () => {
  test('are brought up to date, and copied beside as they were', async () => {
    givenOlderDemo(folder)
    const [before, schema] = [rowsThatStay(file), schemaOf(file)]
    const { applied, copy } = await migrate()
    expect(applied).toEqual(
      readMigrations()
        .slice(4)
        .map(({ name }) => name),
    )
    expect(schemaOf(file)).toBe(await newest())
    expect(rowsThatStay(file)).toEqual(before)
    expect(copy).toMatch(/portal\.db\.before-20261125001448_mandates_in_depth-at-event-\d+$/)
    expect([rowsThatStay(copy ?? ''), schemaOf(copy ?? '')]).toEqual([before, schema])
  })

  test('that are up to date are not copied, nor is a database with nothing in it', async () => {
    expect((await migrate(readMigrations().slice(0, 4))).copy).toBeNull()
    expect((await migrate()).copy).toBeNull()
    expect(await migrate()).toEqual({ applied: [], copy: null, stopped: false })
    expect(readdirSync(folder)).toEqual(['portal.db'])
  })

  test('are left untouched by a migration that fails, and the next try has one copy, not two', async () => {
    givenOlderDemo(folder)
    const [before, schema] = [rowsThatStay(file), schemaOf(file)]
    const bad: Migration = {
      name: '20261125001448_mandates_in_depth',
      sql: 'ALTER TABLE "Decision" ADD COLUMN x; DROP TABLE "Missing";',
    }
    await expect(migrate([...readMigrations().slice(0, 4), bad])).rejects.toThrow(
      /^The migration 20261125001448_mandates_in_depth could not be applied, and nothing of it is: no such table: Missing/,
    )
    expect([rowsThatStay(file), schemaOf(file)]).toEqual([before, schema])
    await migrate()
    expect(schemaOf(file)).toBe(await newest())
    expect(readdirSync(folder).filter(name => name.includes('before'))).toHaveLength(1)
  })

  test('a migration that would leave rows pointing at nothing is not applied', async () => {
    givenOlderDemo(folder)
    const bad: Migration = {
      name: '20261125001448_mandates_in_depth',
      sql: 'PRAGMA foreign_keys=ON; DROP TABLE "Organisation";',
    }
    await expect(migrate([...readMigrations().slice(0, 4), bad])).rejects.toThrow('Rows would point at nothing')
    expect(rowsThatStay(file)).toBeTruthy()
  })

  test('a table is made anew with those that point at it left alone', async () => {
    givenOlderDemo(folder)
    const remade: Migration = {
      name: '20261125001448_x',
      sql: `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
        CREATE TABLE "new_SubjectArea" AS SELECT * FROM "SubjectArea"; DROP TABLE "SubjectArea";
        CREATE TABLE "SubjectArea" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL, "departmentId" INTEGER NOT NULL);
        INSERT INTO "SubjectArea" SELECT "id", "name", "departmentId" FROM "new_SubjectArea"; DROP TABLE "new_SubjectArea";
        PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
    }
    expect((await migrate([...readMigrations().slice(0, 4), remade])).applied).toEqual(['20261125001448_x'])
  })
})

test('told to stop, it stops between two migrations, and goes on from there', async () => {
  givenOlderDemo(folder)
  const stop = new AbortController()
  const said: string[] = []
  const say = (line: string) => {
    said.push(line)
    if (line.startsWith('Applied')) stop.abort()
  }
  expect(await applyMigrations(file, { signal: stop.signal, say })).toMatchObject({
    applied: [readMigrations()[4]?.name],
    stopped: true,
  })
  expect(said[0]).toContain('.before-20261125001448_mandates_in_depth-at-event-')
  expect((await migrate()).applied).toEqual(
    readMigrations()
      .slice(5)
      .map(({ name }) => name),
  )
  expect(schemaOf(file)).toBe(await newest())
})

test('a new database told to stop on the way is not there at all', async () => {
  expect(await applyMigrations(file, { signal: AbortSignal.abort() })).toMatchObject({ stopped: true })
  expect(readdirSync(folder)).toEqual([])
})

describe('a migration that an older portal left halfway', () => {
  /** As it was applied: the row first, then statement by statement, each committed by itself. */
  function leftHalfway(migration: Migration, statements: number): void {
    change(sql => {
      sql
        .prepare('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (?, ?, ?)')
        .run(`half ${migration.name}`, checksumOf(migration.sql), migration.name)
      for (const statement of statementsOf(migration.sql).slice(0, statements)) sql.exec(statement)
    })
  }
  /** These migrations have no semicolon but at the end of a statement, or indented within a trigger. */
  const statementsOf = (sql: string): string[] =>
    sql.split(/(?<=;)\n(?! )(?!END;)/).filter(text => /\w/.test(text.replace(/--.*/g, '')))

  const places = readMigrations()
    .slice(4, 12)
    .flatMap((migration, index) =>
      [...statementsOf(migration.sql).keys(), statementsOf(migration.sql).length].map(statements => ({
        name: migration.name,
        statements,
        index: index + 4,
      })),
    )

  test.each(deep ? places : places.filter((_, place) => place % 180 === 3))(
    'is finished from where it stands: $name after statement $statements',
    async ({ index, statements }) => {
      givenOlderDemo(folder)
      await migrate(readMigrations().slice(0, index))
      const before = rowsThatStay(file)
      leftHalfway(readMigrations()[index] as Migration, statements)
      await migrate()
      expect(schemaOf(file)).toBe(await newest())
      expect(rowsThatStay(file)).toEqual(before)
      change(sql => {
        expect(sql.pragma('foreign_key_check')).toEqual([])
        expect(sql.prepare('SELECT count(*) FROM Mandate WHERE activatedAt IS NULL').pluck().get()).toBe(0)
        expect(sql.prepare('SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL').pluck().get()).toBe(0)
      })
      expect(await migrate()).toMatchObject({ applied: [] })
    },
  )

  test('is left alone where the tables are none that it makes', async () => {
    givenOlderDemo(folder)
    leftHalfway(readMigrations()[4] as Migration, 3)
    change(sql => sql.exec('CREATE TABLE "Own" (id)'))
    await expect(migrate()).rejects.toThrow(/was left halfway by the migration .* Restore the last backup/)
  })
})

describe('what is no database of this portal is named and left', () => {
  test.each([
    ['an empty file', '', /is empty: it has 0 bytes/],
    ['a text', 'Kære sekretariat, her er databasen fra i går.', /is no database/],
    ['half a heading', 'SQLite for', /is no database/],
  ])('%s', async (_, content, told) => {
    writeFileSync(file, content)
    await expect(migrate()).rejects.toThrow(told)
    expect(readdirSync(folder)).toEqual(['portal.db'])
  })

  test('another program’s database', async () => {
    change(sql => sql.exec('CREATE TABLE Bookkeeping (id)'))
    await expect(migrate()).rejects.toThrow('is a database, but not the portal’s'.replace('’', "'"))
  })

  test('a folder', async () => {
    file = folder
    await expect(migrate()).rejects.toThrow('is no file')
  })

  test('a newer portal’s database', async () => {
    await migrate()
    change(sql =>
      sql.exec(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', 'x')",
      ),
    )
    await expect(migrate()).rejects.toThrow(/of a newer portal than this one: it has 29990101000000_later/)
  })

  test('a log whose database is gone', async () => {
    writeFileSync(`${file}-wal`, 'changes')
    await expect(migrate()).rejects.toThrow(/its log .*portal\.db-wal is there/)
    expect(existsSync(file)).toBe(false)
  })
})
