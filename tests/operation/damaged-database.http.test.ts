import { closeSync, copyFileSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

/** A page of the file has become unreadable, as a disk's fault or a program gone astray makes it. */

let portal: TestApp
let secretary: Client

beforeEach(async () => {
  portal = await testApp()
  secretary = await portal.signIn('sekretariat.bolig')
})
afterEach(() => portal.close())

/** Writes over all pages of a table and its indexes. */
function damage(table: string): void {
  const sql = new Sqlite(portal.db.file)
  sql.pragma('wal_checkpoint(TRUNCATE)')
  const size = Number(sql.pragma('page_size', { simple: true }))
  const roots = sql.prepare('SELECT rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage > 0').pluck().all(table)
  sql.close()
  const file = openSync(portal.db.file, 'r+')
  for (const page of roots as number[]) writeSync(file, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
  closeSync(file)
}

test('the page that needs it answers with its number, again and again, and the others go on', async () => {
  damage('FollowUp')
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await secretary.get('/opfoelgning')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Serveren kan ikke læse det, som denne side skal vise.')
    expect(answer.text).toContain(answer.headers['x-request-id'])
    expect((await secretary.get('/sager')).status).toBe(200)
  }
})

test('verify names the damage and what to do, and checks what can be checked', async () => {
  damage('FollowUp')
  let said = ''
  const print = (line: string) => {
    said += `${line}\n`
  }
  const copy = { ...portal.settings, databaseFile: `${dirname(portal.db.file)}/copy/portal.db` }
  mkdirSync(dirname(copy.databaseFile))
  copyFileSync(portal.db.file, copy.databaseFile)
  expect(await run(['verify'], copy, print, instant('2026-03-12T09:00:00.000Z'))).toBe(1)
  expect(said).toContain('WRONG The database file is whole')
  expect(said).toMatch(/The database file is damaged, or its disk is\. .*restore/)
  expect(said).toContain('ok    Numbers are unique')
})
