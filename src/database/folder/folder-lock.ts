import { closeSync, openSync, readSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CannotBeDone, inWords } from '../cannot-be-done.ts'
import { DatabaseBusy, DatabaseDamaged, storageFault } from '../storage-faults.ts'
import { makeFolder } from './files.ts'

export const lockName = 'portal.lock'

/**
 * One process works on a data folder. The lock is the system's own, on a small file in the folder: it dies with its
 * process, however that ends, and holds whatever becomes of the database's file. Nothing is left to clear away.
 * @param folders where the database, the documents and the sessions lie; often one and the same
 * @throws CannotBeDone where another process has one of them
 */
export function holdFolders(folders: string[]): { letGo(): void } {
  for (const folder of folders) makeFolder(folder)
  const held: Sqlite.Database[] = []
  const letGo = () => {
    for (const lock of held.splice(0)) lock.close()
  }
  try {
    for (const folder of new Set(folders.map(folder => realpathSync(folder)))) held.push(hold(folder))
  } catch (fault) {
    letGo()
    throw fault
  }
  return { letGo }
}

function hold(folder: string): Sqlite.Database {
  const file = join(folder, lockName)
  try {
    return lockedFile(file)
  } catch (fault) {
    const storage = storageFault(fault)
    if (storage instanceof DatabaseBusy) {
      throw new CannotBeDone(
        `${folder} is in use by another process of the portal${holderOf(file)}. One process works on a data folder: stop that one first.`,
      )
    }
    if (!(storage instanceof DatabaseDamaged)) throw inWords(fault, file)
    // Somebody has written in the file. Nobody holds it, or it would have been busy.
    rmSync(file)
    return lockedFile(file)
  }
}

/**
 * One process makes a file of this name. The lock lies beside it and is taken away with it; one that a killed process
 * left holds nobody back.
 * @throws CannotBeDone where another process is making it
 */
export function holdName(path: string): { letGo(): void } {
  const file = `${path}.lock`
  let lock: Sqlite.Database
  try {
    lock = lockedFile(file)
  } catch (fault) {
    if (!(storageFault(fault) instanceof DatabaseBusy)) throw inWords(fault, file)
    throw new CannotBeDone(`${path} is being made by another process${holderOf(file)}. Name another file.`)
  }
  return {
    letGo() {
      rmSync(file, { force: true })
      lock.close()
    },
  }
}

/** SQLite keeps its lock for as long as the connection is open, in this mode, and writes the process's number at once. */
function lockedFile(file: string): Sqlite.Database {
  const lock = new Sqlite(file, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    try {
      lock.exec(`PRAGMA user_version = ${process.pid}; COMMIT`)
    } catch (fault) {
      // A full disk takes no number; the lock needs none.
      if (!storageFault(fault)) throw fault
      if (lock.inTransaction) lock.exec('ROLLBACK')
      lock.exec('BEGIN EXCLUSIVE')
    }
    return lock
  } catch (fault) {
    lock.close()
    throw fault
  }
}

/** The number stands at a fixed place of SQLite's header: the file is locked, but can be looked at. */
function holderOf(file: string): string {
  const number = Buffer.alloc(4)
  const handle = openSync(file, 'r')
  try {
    return readSync(handle, number, 0, 4, 60) === 4 ? ` (process ${number.readUInt32BE()})` : ''
  } finally {
    closeSync(handle)
  }
}
