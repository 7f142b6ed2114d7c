import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInPassing } from '../../src/database/verify/quick-check.ts'
import { ownFolder } from '../support/run-folder.ts'
import { partiesFolder } from '../support/templates.ts'

let folder: string
let whole: string
let damaged: string

beforeAll(async () => {
  folder = ownFolder('checked')
  mkdirSync(folder, { recursive: true })
  whole = join(folder, 'whole.db')
  damaged = join(folder, 'damaged.db')
  for (const file of [whole, damaged]) copyFileSync(join(await partiesFolder(), 'portal.db'), file)
  const sql = new Sqlite(damaged)
  sql.pragma('wal_checkpoint(TRUNCATE)')
  const size = Number(sql.pragma('page_size', { simple: true }))
  const page = Number(sql.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'FollowUp'").pluck().get())
  sql.close()
  const file = openSync(damaged, 'r+')
  writeSync(file, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
  closeSync(file)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('after a start the whole file is read once: damage is named with what to do, and nothing is said of a whole one', async () => {
  const said: string[] = []
  for (const file of [whole, damaged]) checkInPassing(file, line => said.push(line))
  while (said.length === 0) await wait(50)
  expect(said).toEqual([expect.stringContaining(`${damaged}: The database file is damaged`)])
  expect(said[0]).toContain('restore the last backup')
}, 60_000)
