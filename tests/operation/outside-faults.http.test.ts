import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { checkChain } from '../../src/database/chain/check-chain.ts'
import { holdFolders, holdName } from '../../src/database/folder/folder-lock.ts'
import { SessionStore } from '../../src/database/folder/sessions.ts'
import { instant } from '../../src/kernel/days.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { lockedByAnother } from '../support/disturbances.ts'
import { ownFolder } from '../support/run-folder.ts'
import { partiesFolder } from '../support/templates.ts'

describe('beside a running portal', () => {
  let portal: TestApp
  let secretary: Client
  let body: string
  beforeAll(async () => {
    portal = await testApp()
    secretary = await portal.signIn('sekretariat.bolig')
    body = /<option value="(\d+)"/.exec((await secretary.get('/sager/ny')).text)?.[1] ?? ''
  })
  afterAll(() => portal.close())

  const titles = () =>
    portal.db.sql.asStored<{ title: string }>('SELECT title FROM "Case" ORDER BY id').map(row => row.title)
  const tokenIn = (page: string) => /name="_once" value="([^"]+)"/.exec(page)?.[1] ?? ''

  test('another program holds the drafts: a form is saved all the same, once, and its page is drawn', async () => {
    const page = await secretary.get('/sager/ny')
    const form = { _once: tokenIn(page.text), title: 'Gemt, mens kladderne var låst', bodyId: body }
    expect(form._once).not.toBe('')
    const held = await lockedByAnother(portal.settings.formFile)
    try {
      expect((await secretary.get('/sager/ny')).status).toBe(200)
      const answer = await secretary.post('/sager', form)
      expect(answer.status).toBe(303)
      expect((await secretary.post('/sager', form)).status).toBe(303)
      // What is wrong with a form is told as ever, with what was typed.
      const refused = await secretary.post('/sager', {
        ...form,
        _once: tokenIn((await secretary.get('/sager/ny')).text),
        title: '',
      })
      expect(refused.status).toBe(422)
    } finally {
      await held.letGo()
    }
    expect((await secretary.post('/sager', form)).status).toBe(303)
    expect(titles().filter(title => title === form.title)).toHaveLength(1)
  }, 30_000)

  test('the clock put back a day: what is done then is taken, and the chain is whole', async () => {
    const wrong = () =>
      checkChain((text, ...values) => portal.db.sql.asStored(text, ...values)).flatMap(found => found.wrong)
    await secretary.post('/sager', { title: 'Før', bodyId: body }).expect(303)
    portal.clock.set(instant('2026-03-11T09:00:00.000Z'))
    await secretary.post('/sager', { title: 'Efter, med uret en dag tilbage', bodyId: body }).expect(303)
    const times = portal.db.sql
      .asStored<{ at: string }>('SELECT at FROM ChainLink ORDER BY id DESC LIMIT 2')
      .map(({ at }) => at)
    expect((times[0] ?? '') < (times[1] ?? '')).toBe(true)
    expect(wrong()).toEqual([])
  })
})

describe('with the portal stopped', () => {
  let folder: string
  let settings: Settings
  let said: string
  beforeEach(async () => {
    folder = ownFolder('outside')
    settings = readSettings({ DATA_DIR: join(folder, 'data'), NODE_ENV: 'test' })
    cpSync(await partiesFolder(), settings.dataDir, { recursive: true })
    mkdirSync(settings.documentsDir, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const portal = async (...words: string[]): Promise<number> => {
    said = ''
    return run(
      words,
      settings,
      line => {
        said += `${line}\n`
      },
      instant('2026-11-24T09:00:00.000Z'),
    )
  }

  test('a data folder under two names is one: the second process is refused', () => {
    const other = join(folder, 'other-name')
    symlinkSync(settings.dataDir, other)
    const lock = holdFolders([settings.dataDir])
    try {
      expect(() => holdFolders([other])).toThrow(`is in use by another process of the portal`)
    } finally {
      lock.letGo()
    }
    holdFolders([other]).letGo()
  })

  test('sessions of 0 bytes are begun anew in silence', () => {
    writeFileSync(settings.sessionFile, '')
    const lines: string[] = []
    const sessions = new SessionStore(settings.sessionFile, 60_000, line => lines.push(line))
    expect(sessions.isWritable()).toBe(true)
    sessions.close()
    expect(lines).toEqual([])
  })

  test('a backup to a file that another process is making is refused, and one that was killed holds nobody back', async () => {
    const copy = join(folder, 'copy.db')
    const other = holdName(copy)
    expect(await portal('backup', copy)).toBe(1)
    expect(said).toContain(`${copy} is being made by another process (process ${process.pid}). Name another file.`)
    other.letGo()
    writeFileSync(`${copy}.lock`, '')
    expect(await portal('backup', copy)).toBe(0)
    expect(
      readdirSync(folder)
        .filter(name => name.startsWith('copy'))
        .sort(),
    ).toEqual(['copy.db', 'copy.db.documents'])
  })

  test('a backup while a migration is at work has what stood before it, whole', async () => {
    const copy = join(folder, 'copy.db')
    const migrating = new Sqlite(settings.databaseFile)
    migrating.pragma('journal_mode = WAL')
    migrating.exec("BEGIN IMMEDIATE; ALTER TABLE Person ADD COLUMN half TEXT; UPDATE Person SET half = 'x'")
    expect(await portal('backup', copy)).toBe(0)
    migrating.exec('ROLLBACK')
    migrating.close()
    settings = readSettings({ DATA_DIR: join(folder, 'restored'), NODE_ENV: 'test' })
    expect(await portal('restore', copy)).toBe(0)
    expect(await portal('verify')).toBe(0)
  }, 30_000)
})
