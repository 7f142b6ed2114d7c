import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  DatabaseBusy,
  DatabaseDamaged,
  DiskFull,
  NotWritable,
  StorageFault,
  storageFault,
} from '../../src/database/storage-faults.ts'

/** As Prisma hands on what SQLite said. */
const byPrisma = (originalCode: string, code?: string) =>
  Object.assign(new Error('in words that change'), {
    code,
    meta: { driverAdapterError: Object.assign(new Error('…'), { cause: { originalCode, kind: 'sqlite' } }) },
  })
const byAdapter = (originalCode: string) => Object.assign(new Error('…'), { cause: { originalCode } })
const bySqlite = (code: string) => new Sqlite.SqliteError('…', code)
const byNode = (code: string) => Object.assign(new Error('…'), { code, errno: -1, syscall: 'write' })

test.each([
  [DatabaseBusy, 503, ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED']],
  [DiskFull, 507, ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE']],
  [DatabaseDamaged, 503, ['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ']],
  [NotWritable, 503, ['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN', 'SQLITE_IOERR_LOCK']],
] as const)('%o is known by what SQLite calls it, whoever hands it on', (kind, status, codes) => {
  for (const code of codes) {
    for (const fault of [
      bySqlite(code),
      byAdapter(code),
      byPrisma(code, 'P1008'),
      new Error('…', { cause: bySqlite(code) }),
    ]) {
      const found = storageFault(fault)
      expect(found, code).toBeInstanceOf(kind)
      expect(found?.status).toBe(status)
      expect(found?.cause).toBe(fault)
    }
  }
})

test('Prisma’s own codes for a wait that was too long are a busy database', () => {
  for (const code of ['P1008', 'P2028'])
    expect(storageFault(Object.assign(new Error(), { code }))).toBeInstanceOf(DatabaseBusy)
})

test('files beside the database tell the same', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG']) expect(storageFault(byNode(code)), code).toBeInstanceOf(DiskFull)
  for (const code of ['EROFS', 'EACCES', 'EPERM']) expect(storageFault(byNode(code)), code).toBeInstanceOf(NotWritable)
  expect(storageFault(byNode('EIO'))).toBeInstanceOf(DatabaseDamaged)
})

test('other faults are none of these, whatever their words say', () => {
  for (const fault of [
    new Error('database is locked'),
    bySqlite('SQLITE_CONSTRAINT_UNIQUE'),
    byPrisma('SQLITE_CONSTRAINT_FOREIGNKEY', 'P2003'),
    byNode('ENOENT'),
    null,
    'SQLITE_BUSY',
  ]) {
    expect(storageFault(fault)).toBeNull()
  }
})

test('a fault that is told apart once stays what it is', () => {
  const busy = new DatabaseBusy()
  expect(storageFault(busy)).toBe(busy)
  expect(busy).toBeInstanceOf(StorageFault)
})
