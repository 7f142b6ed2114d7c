import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { SessionData } from 'express-session'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { findPersonBy } from '../../src/access/credentials.ts'
import { run } from '../../src/cli.ts'
import { openDatabase } from '../../src/database/database.ts'
import { SessionStore } from '../../src/database/folder/sessions.ts'
import { disableAccount } from '../../src/features/ground/accounts/manage-account.ts'
import { instant } from '../../src/kernel/days.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { freshDatabase } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'

const now = instant('2026-11-24T09:00:00.000Z')

let folder: string
let settings: Settings
let said: string

beforeEach(() => {
  folder = ownFolder('cli')
  settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' })
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
    now,
  )
}

const rows = (text: string): unknown[] => {
  const database = new Sqlite(settings.databaseFile, { readonly: true })
  try {
    return database.prepare(text).all()
  } finally {
    database.close()
  }
}

/** The parties in a database of the command's own. */
async function givenParties(): Promise<void> {
  const fresh = await freshDatabase()
  givenCooperation(fresh.db)
  await fresh.db.close()
  const source = new Sqlite(join(fresh.folder, 'portal.db'))
  source.pragma('wal_checkpoint(TRUNCATE)')
  source.close()
  writeFileSync(settings.databaseFile, readFileSync(join(fresh.folder, 'portal.db')))
  rmSync(fresh.folder, { recursive: true, force: true })
}

describe('help', () => {
  test('names every command, and is what one gets without any', async () => {
    expect(await portal('help')).toBe(0)
    for (const command of [
      'migrate',
      'account create',
      'account reset',
      'backup FILE',
      'restore FILE',
      'verify',
      'demo load',
      'import',
    ])
      expect(said).toContain(command)
    const whole = said
    expect(await portal()).toBe(0)
    expect(said).toBe(whole)
    expect(await portal('--help')).toBe(0)
  })

  test('follows a command that there is not', async () => {
    for (const words of [['hjælp'], ['account'], ['account', 'delete'], ['demo'], ['demo', 'unload']]) {
      expect(await portal(...words)).toBe(2)
      expect(said).toContain(`There is no command »${words.join(' ')}«.`)
    }
    expect(existsSync(settings.databaseFile)).toBe(false)
  })
})

test('migrate makes the database with all its tables, and leaves one that is up to date as it is', async () => {
  expect(await portal('migrate')).toBe(0)
  expect(said).toContain('is up to date.')
  expect(rows('SELECT count(*) AS count FROM Decision')).toEqual([{ count: 0 }])
  const applied = rows('SELECT id FROM _prisma_migrations ORDER BY id')
  expect(await portal('migrate')).toBe(0)
  expect(rows('SELECT id FROM _prisma_migrations ORDER BY id')).toEqual(applied)
})

test('without a database every command but migrate, restore and demo load says so, and makes none', async () => {
  const account = ['account', 'create', '--email', 'a@b.dk', '--name', 'A', '--organisation', 'hoejstrup']
  for (const words of [['verify'], ['backup', join(folder, 'copy.db')], account]) {
    expect(await portal(...words)).toBe(1)
    expect(said).toContain('There is no database at')
  }
  expect(existsSync(settings.databaseFile)).toBe(false)
})

describe('account create', () => {
  const wanted = ['--email', 'Inga@Demo.example', '--name', 'Inga Prøve', '--organisation', 'hoejstrup']

  test('opens an account and prints a one-time code, which opens', async () => {
    await givenParties()
    expect(await portal('account', 'create', ...wanted, '--title', 'Direktør', '--administrator')).toBe(0)
    const [, password = ''] = /inga@demo\.example signs in once with ([^\s,]+), before \d{4}-\d\d-\d\d/.exec(said) ?? []
    const database = await openDatabase(settings.databaseFile)
    const at = instant(new Date().toISOString())
    const { person } = await findPersonBy(database, { email: 'inga@demo.example', password, at, demo: false })
    await database.close()
    expect(rows(`SELECT id, name, title FROM Person WHERE id = ${person}`)).toMatchObject([
      { name: 'Inga Prøve', title: 'Direktør' },
    ])
    expect(rows(`SELECT administrator FROM Account WHERE personId = ${person}`)).toEqual([{ administrator: 1 }])
    expect(rows("SELECT actor FROM Event WHERE kind = 'accountCreated'")).toHaveLength(1)

    expect(await portal('account', 'create', ...wanted)).toBe(1)
    expect(said).toContain('Der findes allerede en konto med den e-mail.')
  }, 60_000)

  test('asks for what is missing, and knows the organisations', async () => {
    await givenParties()
    expect(await portal('account', 'create', ...wanted.slice(0, 4))).toBe(2)
    expect(said).toContain('Say --email, --name and --organisation.')
    expect(await portal('account', 'create', ...wanted, '--name', '  ')).toBe(2)
    expect(await portal('account', 'create', ...wanted.slice(0, 5), 'findes-ikke')).toBe(1)
    expect(said).toContain('There is no organisation »findes-ikke«.')
    expect(await portal('account', 'create', ...wanted, '--role', 'chair')).toBe(2)
    expect(said).toContain("Unknown option '--role'")
  })

  test('keeps names as the pages do, whatever letters the terminal sends', async () => {
    await givenParties()
    const named = ['--name', ` ${'Åse  Lindé'.normalize('NFD')} `, '--title', 'Rådgiver '.normalize('NFD')]
    const address = ['--email', ' Åse@Demo.example '.normalize('NFD'), '--organisation', ' hoejstrup ']
    expect(await portal('account', 'create', ...named, ...address)).toBe(0)
    expect(
      rows(
        `SELECT p.name, p.title, a.email FROM Person p JOIN Account a ON a.personId = p.id WHERE a.email LIKE '%se@demo.example'`,
      ),
    ).toEqual([{ name: 'Åse Lindé', title: 'Rådgiver', email: 'åse@demo.example' }])
  })
})

describe('account create and account reset', () => {
  test('refuse what is no address, and a name of nothing that is seen', async () => {
    await givenParties()
    const create = (email: string, name = 'Inga Prøve') =>
      portal('account', 'create', '--email', email, '--name', name, '--organisation', 'hoejstrup')
    for (const email of [
      'inga',
      'inga@',
      '@demo.example',
      'a@b',
      'a b@@c.dk',
      'inga@demo..example',
      'a@-.dk',
      'a@b.dk,c@d.dk',
    ]) {
      expect(await create(email), email).toBe(1)
      expect(said).toContain('Skriv en e-mailadresse, fx navn@kommune.dk.')
    }
    expect(await create('inga@demo.example', '\u200b \u2060')).toBe(2)
    expect(await create('inga@demo.example', 'x'.repeat(121))).toBe(1)
    expect(said).toContain('Skriv højst 120 tegn.')
    expect(rows("SELECT id FROM Account WHERE email LIKE 'inga%'")).toEqual([])
  })

  test('a new code takes the old one’s and the password’s place, and ends what is signed in', async () => {
    await givenParties()
    const wanted = ['--email', 'inga@demo.example']
    expect(await portal('account', 'reset', ...wanted)).toBe(1)
    expect(said).toContain('There is no account »inga@demo.example«.')
    expect(await portal('account', 'reset')).toBe(2)
    await portal('account', 'create', ...wanted, '--name', 'Inga Prøve', '--organisation', 'hoejstrup')
    const codeIn = () => /once with ([^\s,]+), before/.exec(said)?.[1] ?? ''
    const first = codeIn()
    const person = (rows("SELECT personId FROM Account WHERE email = 'inga@demo.example'") as { personId: number }[])[0]
    const sessions = new SessionStore(settings.sessionFile, 3_600_000)
    sessions.set('open', { cookie: {}, passport: { user: person?.personId } } as unknown as SessionData)

    expect(await portal('account', 'reset', '--email', ' INGA@demo.example ')).toBe(0)
    const second = codeIn()
    expect(second).not.toBe(first)
    expect(await new Promise(resolve => sessions.get('open', (_fault, data) => resolve(data)))).toBeNull()
    sessions.close()
    const database = await openDatabase(settings.databaseFile)
    const at = instant(new Date().toISOString())
    const opens = async (password: string) =>
      (await findPersonBy(database, { email: 'inga@demo.example', password, at, demo: false })).person
    expect(await opens(first)).toBeNull()
    expect(await opens(second)).toBe(person?.personId)
    const account = await database.prisma.account.findUnique({ where: { email: 'inga@demo.example' } })
    await disableAccount(systemActor(database, now), account?.id ?? 0, 'Fratrådt')
    await database.close()
    expect(await portal('account', 'reset', ...wanted)).toBe(1)
    expect(said).toContain('is closed')
    expect(rows("SELECT actor FROM Event WHERE kind = 'passwordReset'")).toEqual([{ actor: 'Systemet' }])
  }, 60_000)
})

describe('backup and restore', () => {
  test('bring everything back, the documents included', async () => {
    await givenParties()
    const people = rows('SELECT count(*) AS count FROM Person')
    mkdirSync(settings.documentsDir, { recursive: true })
    writeFileSync(join(settings.documentsDir, 'abc'), 'et bilag')
    const copy = join(folder, 'copy.db')
    expect(await portal('backup', copy)).toBe(0)
    expect(said).toContain(`Copied to ${copy}`)

    for (const gone of [settings.databaseFile, `${settings.databaseFile}-wal`, `${settings.databaseFile}-shm`])
      rmSync(gone, { force: true })
    rmSync(settings.documentsDir, { recursive: true })
    expect(await portal('restore', copy)).toBe(0)
    expect(rows('SELECT count(*) AS count FROM Person')).toEqual(people)
    expect(readFileSync(join(settings.documentsDir, 'abc'), 'utf8')).toBe('et bilag')
    expect(await portal('verify')).toBe(0)
  })

  test('never write over anything, and ask for the file', async () => {
    await givenParties()
    const there = join(folder, 'there.db')
    writeFileSync(there, 'mine')
    expect(await portal('backup', there)).toBe(1)
    expect(said).toContain('never overwrites')
    expect(readFileSync(there, 'utf8')).toBe('mine')
    expect(await portal('restore', there)).toBe(1)
    expect(said).toContain('is no database')
    expect(rows('SELECT count(*) AS count FROM Person')).not.toEqual([{ count: 0 }])
    expect(await portal('backup')).toBe(2)
    expect(await portal('restore')).toBe(2)
  })

  test('a file that is no backup is refused before anything is copied', async () => {
    const other = join(folder, 'other.db')
    writeFileSync(other, 'no database')
    for (const [file, told] of [
      [other, 'is no database'],
      [join(folder, 'nowhere.db'), 'There is no backup at'],
    ] as const) {
      expect(await portal('restore', file)).toBe(1)
      expect(said).toContain(told)
    }
    expect(existsSync(settings.databaseFile)).toBe(false)
  })
})

describe('verify', () => {
  test('says ok of each check, and tells what is wrong', async () => {
    await givenParties()
    expect(await portal('verify')).toBe(0)
    expect(said).toContain('ok    The database file is whole')
    expect(said).not.toContain('WRONG')
    const database = new Sqlite(settings.databaseFile)
    database.pragma('foreign_keys = OFF')
    database.exec('UPDATE Account SET personId = 999999 WHERE id = (SELECT min(id) FROM Account)')
    database.close()
    expect(await portal('verify')).toBe(1)
    expect(said).toContain('WRONG No row points at nothing')
    expect(said).toContain('points at a missing row of Person.')
  })
})

describe('search remake', () => {
  test('mends what verify says of the search tables', async () => {
    await givenParties()
    const database = new Sqlite(settings.databaseFile)
    database.exec("INSERT INTO CaseSearch (rowid, title) VALUES (77, 'hemmelig')")
    database.close()
    expect(await portal('verify')).toBe(1)
    expect(said).toContain('Row 77 of CaseSearch is found, but there is no such row to be found.')
    expect(await portal('search', 'remake')).toBe(0)
    expect(await portal('verify')).toBe(0)
  })
})

describe('demo load', () => {
  test('takes only a whole number of sizes, and only an empty database', async () => {
    for (const size of ['0', '-1', '1.5', 'mange']) {
      expect(await portal('demo', 'load', `--size=${size}`)).toBe(2)
      expect(said).toContain('Say --size as a whole number from 1.')
    }
    expect(await portal('demo', 'load', '--storlek', '2')).toBe(2)
    expect(existsSync(settings.databaseFile)).toBe(false)
    await givenParties()
    expect(await portal('demo', 'load')).toBe(1)
    expect(said).toContain('is not empty: the demo is not loaded.')
  })

  test.runIf(deep)(
    'loads the demo and multiplies it, and the result verifies',
    async () => {
      expect(await portal('demo', 'load', '--size', '2')).toBe(0)
      expect(said).toMatch(/The demo is loaded: \d+ meetings, \d+ cases\./)
      expect(said).toMatch(/Multiplied by 2: \d+ decisions in all\./)
      expect(await portal('verify')).toBe(0)
    },
    120_000,
  )
})
