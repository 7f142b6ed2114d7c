import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import type { SessionStore } from './folder/sessions.ts'
import { foundRow } from './rows.ts'
import { DatabaseBusy, storageFault } from './storage-faults.ts'

export type Trouble = 'reading' | 'writing' | 'disk' | 'sessions'

/** The portal's own changes hold the lock for some milliseconds each; whoever holds it for longer is somebody else. */
const lockPatienceMs = 1_000
/** More than a page of a form needs. */
const probeBytes = 65_536

/** What of the portal's files does not work just now; nothing, where all is well. */
export async function troublesOf(database: Database, sessions: SessionStore): Promise<Trouble[]> {
  const works: [Trouble, Promise<boolean>][] = [
    ['reading', Promise.resolve(canRead(database))],
    ['writing', canWrite(database)],
    ['disk', hasRoom(dirname(database.file))],
    ['sessions', Promise.resolve(sessions.isWritable())],
  ]
  const answers = await Promise.all(works.map(([, answer]) => answer))
  return works.filter((_, index) => !answers[index]).map(([trouble]) => trouble)
}

function canRead(database: Database): boolean {
  try {
    database.sql.get(foundRow, 'SELECT 1 AS found FROM Organisation LIMIT 1')
    return true
  } catch {
    return false
  }
}

async function canWrite(database: Database): Promise<boolean> {
  if (!database.isInPlace()) return false
  const until = performance.now() + lockPatienceMs
  for (;;) {
    const fault = lockOnce(database.file)
    if (!fault) return true
    if (!(storageFault(fault) instanceof DatabaseBusy) || performance.now() > until) return false
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Takes the write lock and lets it go, without writing. @returns what kept it from doing so */
function lockOnce(file: string): unknown {
  try {
    const connection = new Sqlite(file, { timeout: 0, fileMustExist: true })
    try {
      connection.exec('BEGIN IMMEDIATE; ROLLBACK')
      return null
    } finally {
      connection.close()
    }
  } catch (fault) {
    return fault
  }
}

/** Quotas and file systems mounted for reading alone are found by writing only. */
async function hasRoom(folder: string): Promise<boolean> {
  const probe = join(folder, `.room-${process.pid}`)
  try {
    await writeFile(probe, Buffer.alloc(probeBytes))
    return true
  } catch {
    return false
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}
