import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { assertDatabaseFile, CannotBeDone, inWords } from '../cannot-be-done.ts'
import { readMigrations } from '../migrations/migration-list.ts'
import { documentsOf, missingDocuments } from './backup.ts'
import { besides, makeFolder, putInPlace, removeDatabase } from './files.ts'

export interface Places {
  databaseFile: string
  documentsDir: string
  sessionFile: string
  formFile: string
}

/**
 * Puts a backup and its documents where the portal looks for them. What lies there, whatever state it is in, is moved
 * aside into a folder of its own and lost by nothing. Sessions and drafts go with it: they are of people as the other
 * database numbers them. Only while one holds the data folder's lock.
 * @returns the folder with what was moved aside; null where there was nothing
 * @throws CannotBeDone where it is no whole backup; nothing is moved then
 */
export function restore(
  source: string,
  places: Places,
  options: { stamp: string; incomplete?: boolean },
): string | null {
  const { databaseFile, documentsDir } = places
  if (!existsSync(source)) throw new CannotBeDone(`There is no backup at ${source}.`)
  assertWhole(source)
  const missing = missingDocuments(source, documentsOf(source))
  if (missing.length > 0 && !options.incomplete) {
    throw new CannotBeDone(
      `${source} is half a backup: documents that it names are missing in ${documentsOf(source)}, ${missing.length} in all, the first of them ${missing[0]}. Find the whole backup; or, if there is none, say --incomplete.`,
    )
  }
  makeFolder(dirname(databaseFile))
  const parts = { database: restoringName(databaseFile), documents: `${documentsDir}.restoring` }
  try {
    removeDatabase(parts.database)
    rmSync(parts.documents, { recursive: true, force: true })
    copyFileSync(source, parts.database)
    const documents = documentsOf(source)
    if (existsSync(documents)) cpSync(documents, parts.documents, { recursive: true })
    else mkdirSync(parts.documents)
  } catch (fault) {
    removeDatabase(parts.database)
    rmSync(parts.documents, { recursive: true, force: true })
    throw inWords(fault, databaseFile)
  }
  const aside = moveAside(places, options.stamp)
  // The database last: until it is there the portal does not start, and says that a restore was cut off.
  putInPlace(parts.documents, documentsDir)
  putInPlace(parts.database, databaseFile)
  return aside
}

export const restoringName = (databaseFile: string): string => `${databaseFile}.restoring`

/** @throws CannotBeDone where a restore moved the old database aside and was cut off before the new one was in place */
export function assertNoRestoreCutOff(databaseFile: string): void {
  if (existsSync(databaseFile) || !existsSync(restoringName(databaseFile))) return
  throw new CannotBeDone(
    `A restore to ${databaseFile} was cut off. Run it again: npm run portal -- restore FILE. What lay there before is in a folder before-restore- beside it.`,
  )
}

function moveAside({ databaseFile, documentsDir, sessionFile, formFile }: Places, stamp: string): string | null {
  const databases = [databaseFile, sessionFile, formFile].flatMap(file => ['', ...besides].map(end => `${file}${end}`))
  const found = [documentsDir, ...databases].filter(path => existsSync(path))
  if (found.length === 0) return null
  const folder = join(dirname(databaseFile), `before-restore-${stamp}`)
  makeFolder(folder)
  for (const path of found) renameSync(path, join(folder, basename(path)))
  return folder
}

/** Before anything is moved: it is read from end to end, and is a portal's that this one can go on with. */
function assertWhole(file: string): void {
  assertDatabaseFile(file)
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const found = database.pragma('integrity_check(1)', { simple: true })
      const last = database
        .prepare<[], string>('SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL')
        .pluck()
        .get()
      const newest = readMigrations().at(-1)?.name ?? ''
      if (last && last > newest) {
        throw new CannotBeDone(
          `${file} is of a newer portal than this one: it has ${last}. Restore it with that version.`,
        )
      }
      if (found === 'ok') return
    } finally {
      database.close()
    }
  } catch (fault) {
    if (fault instanceof CannotBeDone) throw fault
  }
  throw new CannotBeDone(`${file} is not a whole backup of the portal: it is damaged, cut off or another program's.`)
}
