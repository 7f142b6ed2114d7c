import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { ownFolder } from '../support/run-folder.ts'
import { emptyFolder } from '../support/templates.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function opened(): Promise<Database> {
  const folder = ownFolder('closing')
  folders.push(folder)
  cpSync(await emptyFolder(), folder, { recursive: true })
  return openDatabase(join(folder, 'portal.db'))
}

const adding = (database: Database, slug: string) =>
  write(systemActor(database, instant('2026-03-12T09:00:00.000Z')), async tx => {
    for (let times = 0; times < 4; times += 1)
      await tx.$queryRawUnsafe(
        'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000) SELECT max(x) FROM n',
      )
    await tx.organisation.create({ data: { slug, kind: 'EXTERNAL', name: slug, shortName: slug, from: '2008-09-01' } })
    return { result: undefined, events: [] }
  })

function slugsIn(file: string): unknown[] {
  const sql = new Sqlite(file, { readonly: true })
  const slugs = sql.prepare('SELECT slug FROM Organisation ORDER BY slug').pluck().all()
  sql.close()
  return slugs
}

test('a change that nobody waits for ends before the database is closed, and is in no other file', async () => {
  const first = await opened()
  const unawaited = adding(first, 'first')
  await first.close()
  const second = await opened()
  await adding(second, 'second')
  await unawaited
  expect(slugsIn(first.file)).toEqual(['first'])
  expect(second.sql.asStored('SELECT slug FROM Organisation')).toEqual([{ slug: 'second' }])
  await second.close()
  expect(slugsIn(second.file)).toEqual(['second'])
  await expect(adding(second, 'late')).rejects.toThrow('closed')
})
