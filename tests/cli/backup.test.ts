import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { instant } from '../../src/kernel/days.ts'
import { hashBytes } from '../../src/kernel/hash.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { smallDisk } from '../support/disturbances.ts'
import { ownFolder } from '../support/run-folder.ts'
import { partiesFolder } from '../support/templates.ts'

let folder: string
let settings: Settings
let copy: string
let said: string

beforeEach(async () => {
  folder = ownFolder('backup')
  settings = readSettings({ DATA_DIR: join(folder, 'data'), NODE_ENV: 'test' })
  copy = join(folder, 'copy.db')
  cpSync(await partiesFolder(), settings.dataDir, { recursive: true })
  mkdirSync(settings.documentsDir, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const portal = async (...words: string[]): Promise<number> => {
  said = ''
  const print = (line: string) => {
    said += `${line}\n`
  }
  return run(words, settings, print, instant('2026-11-24T09:00:00.000Z'))
}

const change = (work: (sql: Sqlite.Database) => void, file = settings.databaseFile) => {
  const sql = new Sqlite(file)
  try {
    work(sql)
  } finally {
    sql.close()
  }
}
const namesIn = (file: string): string[] => {
  const sql = new Sqlite(file, { readonly: true })
  try {
    return sql.prepare<[], string>('SELECT name FROM Person ORDER BY id').pluck().all()
  } finally {
    sql.close()
  }
}

test('a backup is whole under its name, with nothing beside it but its documents, and only its owner can read it', async () => {
  process.umask(0o077)
  writeFileSync(join(settings.documentsDir, 'left.1234.part'), 'half')
  mkdirSync(join(settings.documentsDir, 'ab'))
  writeFileSync(join(settings.documentsDir, 'ab', 'abcd'), 'whole')
  writeFileSync(`${copy}.part`, 'of a backup that was killed')
  expect(await portal('backup', copy)).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['copy.db', 'copy.db.documents', 'data'])
  expect(readdirSync(`${copy}.documents`)).toEqual(['ab'])
  expect(namesIn(copy)).toEqual(namesIn(settings.databaseFile))
})

test('it says the head of the chain that the copy ends with, as verify does; an older portal has none', async () => {
  change(sql =>
    sql
      .prepare('INSERT INTO ChainLink (id, at, note, previous, rows, hash) VALUES (?, ?, ?, ?, ?, ?)')
      .run(7, '2026-11-24T08:00:00.000Z', '', 'before', 'rows', 'a1b2c3'),
  )
  expect(await portal('backup', copy)).toBe(0)
  const head = 'Head of the chain: link 7 of 2026-11-24T08:00:00.000Z, a1b2c3'
  expect(said).toContain(head)
  await portal('verify')
  expect(said).toContain(head)

  change(sql => {
    sql.pragma('foreign_keys = OFF')
    sql.exec('DROP TABLE ChainLink')
  })
  expect(await portal('backup', `${copy}.older`)).toBe(0)
  expect(said).not.toContain('Head of the chain')
})

test('it is not made over documents of another, nor into a folder that is not there', async () => {
  mkdirSync(`${copy}.documents`)
  expect(await portal('backup', copy)).toBe(1)
  expect(said).toContain(`${copy}.documents exists already`)
  expect(await portal('backup', join(folder, 'mounted', 'copy.db'))).toBe(1)
  expect(said).toContain(`There is no folder ${join(folder, 'mounted')}`)
  expect(existsSync(copy)).toBe(false)
})

test('a full disk is said, and nothing of the backup is left on it', async ctx => {
  const disk = smallDisk(400)
  if (!disk) return ctx.skip()
  try {
    expect(await portal('backup', join(disk.folder, 'copy.db'))).toBe(1)
    expect(said).toMatch(/The backup was not made, and nothing of it is left\..* The disk is full/)
    expect(readdirSync(disk.folder)).toEqual([])
  } finally {
    disk.remove()
  }
})

test('documents that do not fit are no backup either', async ctx => {
  const disk = smallDisk(4000)
  if (!disk) return ctx.skip()
  try {
    writeFileSync(join(settings.documentsDir, 'large'), Buffer.alloc(6_000_000))
    expect(await portal('backup', join(disk.folder, 'copy.db'))).toBe(1)
    expect(said).toContain('nothing of it is left')
    expect(readdirSync(disk.folder)).toEqual([])
  } finally {
    disk.remove()
  }
})

test('of a damaged database none is made: it would hide the damage', async () => {
  change(sql => sql.pragma('wal_checkpoint(TRUNCATE)'))
  const bytes = readFileSync(settings.databaseFile)
  bytes.fill(0xff, 4096 * 20, 4096 * 24)
  writeFileSync(settings.databaseFile, bytes)
  expect(await portal('backup', copy)).toBe(1)
  expect(said).toMatch(/portal\.db: The database file is damaged/)
  expect(readdirSync(folder)).toEqual(['data'])
})

test('restoring moves aside all that lies there, also changes in a log whose database is gone, and says where', async () => {
  expect(await portal('backup', copy)).toBe(0)
  // As a killed server leaves it: the last changes are in the log alone.
  const sql = new Sqlite(settings.databaseFile)
  sql.pragma('journal_mode = WAL')
  sql.pragma('wal_autocheckpoint = 0')
  sql.exec("UPDATE Person SET name = 'Ændret siden' WHERE id = 1")
  const aside = join(folder, 'killed')
  cpSync(settings.dataDir, aside, { recursive: true })
  sql.close()
  rmSync(settings.dataDir, { recursive: true })
  cpSync(aside, settings.dataDir, { recursive: true })
  const elsewhere = join(folder, 'moved-by-hand.db')
  renameSync(settings.databaseFile, elsewhere)
  writeFileSync(settings.sessionFile, 'sessions')

  expect(await portal('restore', copy)).toBe(0)
  const kept = /is moved to (\S+)\.\n/.exec(said)?.[1] ?? ''
  expect(readdirSync(kept).sort()).toEqual(['documents', 'portal.db-shm', 'portal.db-wal', 'sessions.db'])
  expect(namesIn(settings.databaseFile)).toEqual(namesIn(copy))
  renameSync(elsewhere, join(kept, 'portal.db'))
  expect(namesIn(join(kept, 'portal.db'))[0]).toBe('Ændret siden')
  expect(await portal('verify')).toBe(0)
})

test('sessions and drafts are in no backup, and a restore moves them aside with the database whose people they name', async () => {
  const { sessionFile, formFile } = settings
  for (const file of [sessionFile, formFile])
    change(sql => {
      sql.pragma('journal_mode = WAL')
      sql.exec("CREATE TABLE Kept (text TEXT); INSERT INTO Kept VALUES ('hemmelig kladde')")
    }, file)
  writeFileSync(`${formFile}-wal`, '')
  expect(await portal('backup', copy)).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['copy.db', 'copy.db.documents', 'data'])
  expect(readFileSync(copy).includes('hemmelig kladde')).toBe(false)
  expect(await portal('restore', copy)).toBe(0)
  expect(readdirSync(settings.dataDir).filter(name => /^(sessions|forms)\.db/.test(name))).toEqual([])
  const kept = /is moved to (\S+)\.\n/.exec(said)?.[1] ?? ''
  expect(readdirSync(kept)).toEqual(expect.arrayContaining(['forms.db', 'forms.db-wal', 'sessions.db']))
})

test('a database that is in use, or whose file lies there, is not lost by restoring either', async () => {
  expect(await portal('backup', copy)).toBe(0)
  change(sql => sql.exec("UPDATE Person SET name = 'Senere' WHERE id = 1"))
  expect(await portal('restore', copy)).toBe(0)
  const kept = /is moved to (\S+)\.\n/.exec(said)?.[1] ?? ''
  expect(namesIn(join(kept, 'portal.db'))[0]).toBe('Senere')
  expect(namesIn(settings.databaseFile)[0]).not.toBe('Senere')
})

test('half a backup is refused and nothing is moved; one can insist', async () => {
  for (const text of ['det ene bilag', 'det andet bilag']) {
    const hash = hashBytes(Buffer.from(text))
    mkdirSync(join(settings.documentsDir, hash.slice(0, 2)), { recursive: true })
    writeFileSync(join(settings.documentsDir, hash.slice(0, 2), hash), text)
    change(sql =>
      sql
        .prepare(
          "INSERT INTO Document (hash, mediaType, size, uploadedById, uploadedAt) VALUES (?, 'text/plain', ?, 1, 'x')",
        )
        .run(hash, Buffer.byteLength(text)),
    )
  }
  expect(await portal('backup', copy)).toBe(0)
  const [first = ''] = readdirSync(`${copy}.documents`)
  rmSync(join(`${copy}.documents`, first), { recursive: true })
  expect(await portal('restore', copy)).toBe(1)
  expect(said).toMatch(/is half a backup: documents that it names are missing in \S+, 1 in all/)
  expect(readdirSync(settings.dataDir).filter(name => name.includes('restor'))).toEqual([])
  rmSync(`${copy}.documents`, { recursive: true })
  expect(await portal('restore', copy)).toBe(1)
  expect(await portal('restore', copy, '--incomplete')).toBe(0)
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['damaged', (bytes: Buffer) => bytes.fill(0xff, 4096 * 20, 4096 * 24)],
  ['empty', () => Buffer.alloc(0)],
])('a backup that is %s is refused, and nothing is moved', async (_, spoil) => {
  expect(await portal('backup', copy)).toBe(0)
  writeFileSync(copy, spoil(readFileSync(copy)))
  const names = namesIn(settings.databaseFile)
  expect(await portal('restore', copy)).toBe(1)
  expect(said).toMatch(/is not a whole backup of the portal|is empty: it has 0 bytes/)
  expect(namesIn(settings.databaseFile)).toEqual(names)
  expect(readdirSync(settings.dataDir).filter(name => name.includes('rest'))).toEqual([])
})

test('a newer portal’s backup is refused', async () => {
  expect(await portal('backup', copy)).toBe(0)
  change(sql => {
    sql.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('later', 'x', '29990101000000_later', 'x')`)
  }, copy)
  expect(await portal('restore', copy)).toBe(1)
  expect(said).toContain('is of a newer portal than this one: it has 29990101000000_later')
})

test('a restore that was cut off between the old and the new is said, and done by running it again', async () => {
  expect(await portal('backup', copy)).toBe(0)
  copyFileSync(copy, `${settings.databaseFile}.restoring`)
  rmSync(settings.databaseFile)
  for (const words of [['verify'], ['migrate']]) {
    expect(await portal(...words)).toBe(1)
    expect(said).toContain('was cut off. Run it again')
  }
  expect(await portal('restore', copy)).toBe(0)
  expect(await portal('verify')).toBe(0)
})

test('no command works on a database that is not of its own portal', async () => {
  change(sql =>
    sql.exec(
      'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
    ),
  )
  expect(await portal('verify')).toBe(1)
  expect(said).toContain('is of an older portal. Bring it up to date with migrate')
})
