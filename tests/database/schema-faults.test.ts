import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreparedReader } from '../../src/database/prepared-reader.ts'
import { schemaFaults } from '../../src/database/verify/schema-faults.ts'
import { ownFolder } from '../support/run-folder.ts'
import { emptyFolder } from '../support/templates.ts'

let folder: string
let sound: string
beforeAll(async () => {
  folder = ownFolder('schema-faults')
  sound = join(await emptyFolder(), 'portal.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function faultsAfter(...statements: string[]): string[] {
  const file = join(folder, 'portal.db')
  copyFileSync(sound, file)
  const sql = new Sqlite(file)
  for (const statement of statements) sql.exec(statement)
  const faults = schemaFaults(new PreparedReader(sql, () => {}))
  sql.close()
  return faults
}

test('a migrated database is made of what the migrations make', () => {
  expect(faultsAfter()).toEqual([])
})

test('each trigger that is taken away is named', () => {
  const sql = new Sqlite(sound, { readonly: true })
  const triggers = sql.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  sql.close()
  expect(triggers.length).toBeGreaterThan(30)
  expect(faultsAfter(...triggers.map(name => `DROP TRIGGER "${name}"`)).sort()).toEqual(
    triggers.map(name => `The trigger ${name} is missing.`).sort(),
  )
})

test('a trigger that was made toothless, and one that was put in, are named', () => {
  expect(
    faultsAfter(
      'DROP TRIGGER "Event_never_goes"',
      'CREATE TRIGGER "Event_never_goes" BEFORE DELETE ON "Event" BEGIN SELECT 1; END',
      'CREATE TRIGGER "quiet" AFTER INSERT ON "Decision" BEGIN SELECT 1; END',
      'CREATE TRIGGER "sqlitelike" AFTER INSERT ON "Decision" BEGIN SELECT 1; END',
      'DROP INDEX "Event_subject_subjectId_idx"',
    ).sort(),
  ).toEqual([
    'The index Event_subject_subjectId_idx is missing.',
    'The trigger Event_never_goes has been altered.',
    'The trigger quiet is not of the portal.',
    'The trigger sqlitelike is not of the portal.',
  ])
})
