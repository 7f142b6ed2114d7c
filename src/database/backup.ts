import { cpSync, existsSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/**
 * A copy of the database as it stands, while the server runs, and of the documents beside it in `<file>.documents`.
 * Documents are stored by their content and never change, so copying them after the database misses none it names.
 */
export async function backup(databaseFile: string, documentsDir: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never overwrites.`)
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
