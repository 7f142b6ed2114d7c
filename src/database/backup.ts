import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CannotBeDone } from './cannot-be-done.ts'

/**
 * A copy of the database as it stands, while the server runs, and of the documents beside it in `<file>.documents`.
 * Documents are stored by their content and never change, so copying them after the database misses none it names.
 */
export async function backup(databaseFile: string, documentsDir: string, target: string): Promise<void> {
  if (existsSync(target)) throw new CannotBeDone(`${target} exists already; a backup never overwrites.`)
  if (!existsSync(databaseFile)) throw new CannotBeDone(`There is no database at ${databaseFile}.`)
  const source = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    await source.backup(target)
  } catch (fault) {
    rmSync(target, { force: true })
    throw fault
  } finally {
    source.close()
  }
  if (existsSync(documentsDir)) cpSync(documentsDir, `${target}.documents`, { recursive: true })
}

/**
 * Puts a backup and its documents where a database is to be. Never over one that is there: that is moved away by hand
 * first, so that nothing is lost by a wrong word. The backup is checked before anything is copied.
 */
export function restore(source: string, databaseFile: string, documentsDir: string): void {
  if (!existsSync(source)) throw new CannotBeDone(`There is no backup at ${source}.`)
  if (existsSync(databaseFile)) {
    throw new CannotBeDone(`${databaseFile} exists already. Stop the server and move it away, with its -wal file.`)
  }
  assertWhole(source)
  mkdirSync(dirname(databaseFile), { recursive: true })
  // A write-ahead log of another database would be played onto this one.
  for (const end of ['-wal', '-shm']) rmSync(`${databaseFile}${end}`, { force: true })
  copyFileSync(source, databaseFile)
  if (existsSync(`${source}.documents`)) cpSync(`${source}.documents`, documentsDir, { recursive: true })
}

function assertWhole(file: string): void {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const found = database.pragma('integrity_check', { simple: true })
      database.prepare('SELECT 1 FROM Organisation').get()
      if (found === 'ok') return
    } finally {
      database.close()
    }
  } catch {
    // Said below.
  }
  throw new CannotBeDone(`${file} is not a whole backup of the portal.`)
}
