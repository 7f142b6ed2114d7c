import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { assertDatabaseFile, assertThere, CannotBeDone, inWords } from '../cannot-be-done.ts'
import { type ChainHead, chainHead } from '../chain/check-chain.ts'
import { putInPlace, removeDatabase } from './files.ts'
import { holdName } from './folder-lock.ts'

/** Where a backup's documents lie: beside its database, under the same name. */
export const documentsOf = (backup: string): string => `${backup}.documents`

export interface BackedUp {
  missing: string[]
  head: ChainHead | null
}

/**
 * A copy of the database as it stands, while the server runs, and of the documents beside it in `<file>.documents`.
 * Both are made aside and put in place when they are whole, the database last: a file of that name is a whole backup.
 * Documents are stored by their content and never change, so copying them after the database misses none it names.
 * @returns documents that the database names and the portal has lost, and the head of the chain that the copy ends with
 * @throws CannotBeDone where there is something under that name, no folder, no room or no whole database
 */
export function backup(databaseFile: string, documentsDir: string, target: string): BackedUp {
  assertFree(target)
  assertThere(databaseFile)
  assertDatabaseFile(databaseFile)
  if (!existsSync(dirname(target))) throw new CannotBeDone(`There is no folder ${dirname(target)}. Make it first.`)
  const lock = holdName(target)
  try {
    // Another one may have been made while this one came to its turn.
    assertFree(target)
    return copied(databaseFile, documentsDir, target)
  } finally {
    lock.letGo()
  }
}

function assertFree(target: string): void {
  for (const there of [target, documentsOf(target)]) {
    if (existsSync(there))
      throw new CannotBeDone(`${there} exists already; a backup never overwrites. Name another file.`)
  }
}

function copied(databaseFile: string, documentsDir: string, target: string): BackedUp {
  const parts = { database: `${target}.part`, documents: `${documentsOf(target)}.part` }
  const clear = () => {
    removeDatabase(parts.database)
    rmSync(parts.documents, { recursive: true, force: true })
  }
  clear()
  try {
    copyDatabase(databaseFile, parts.database)
    const missing = missingDocuments(parts.database, documentsDir)
    const head = headOf(parts.database)
    const isWhole = (path: string) => !path.endsWith('.part')
    if (existsSync(documentsDir)) cpSync(documentsDir, parts.documents, { recursive: true, filter: isWhole })
    if (existsSync(parts.documents)) putInPlace(parts.documents, documentsOf(target))
    putInPlace(parts.database, target)
    return { missing, head }
  } catch (fault) {
    clear()
    throw new CannotBeDone(`The backup was not made, and nothing of it is left. ${said(inWords(fault, target))}`, {
      cause: fault,
    })
  }
}

/** One state of the database, in one transaction: however much is written meanwhile. It stops at a damaged page. */
function copyDatabase(from: string, to: string): void {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 60_000 })
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } catch (fault) {
    throw inWords(fault, from)
  } finally {
    source.close()
  }
}

/** Null also where the portal is older than the chain. */
function headOf(databaseFile: string): ChainHead | null {
  const database = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    const hasChain = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ChainLink'").get()
    return hasChain
      ? chainHead(<Row>(text: string, ...values: unknown[]) => database.prepare(text).all(...values) as Row[])
      : null
  } finally {
    database.close()
  }
}

const said = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

/** @returns the hashes of documents that a database names and the folder does not hold in their full size */
export function missingDocuments(databaseFile: string, documentsDir: string): string[] {
  const database = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    const held = new Set(existsSync(documentsDir) ? readdirSync(documentsDir, { recursive: true }).map(String) : [])
    const isHeld = (hash: string, size: number) =>
      [hash, join(hash.slice(0, 2), hash)].some(
        name => held.has(name) && statSync(join(documentsDir, name)).size === size,
      )
    return database
      .prepare<[], { hash: string; size: number }>('SELECT hash, size FROM Document')
      .all()
      .filter(({ hash, size }) => !isHeld(hash, size))
      .map(({ hash }) => hash)
  } finally {
    database.close()
  }
}
