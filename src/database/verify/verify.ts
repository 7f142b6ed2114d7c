import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashBytes } from '../../kernel/hash.ts'
import { checkChain } from '../chain/check-chain.ts'
import type { PreparedReader } from '../prepared-reader.ts'
import { column, rowsOf } from '../rows.ts'
import { storageFault } from '../storage-faults.ts'
import { danglingRows } from './dangling.ts'
import type { Finding } from './finding.ts'
import { leftOverFaults } from './left-over-faults.ts'
import { schemaFaults } from './schema-faults.ts'
import { searchFaults } from './search-tables.ts'

/**
 * What must hold of the file and its folder, whatever stands in them: the file is whole, no row points at nothing,
 * every document is the one that was stored, and no event was altered or removed.
 */
export function verify(sql: PreparedReader, documentsDir: string): Finding[] {
  const ask = sql.asStored
  return [
    ...finding('The database file is whole', () => integrity(sql)),
    ...finding('No row points at nothing', () => foreignKeys(sql)),
    ...finding('Every document is as it was stored', () => documents(sql, documentsDir)),
    ...guarded('The chain of events is unbroken', () => checkChain(ask)),
    ...finding('What is left over is listed', () => leftOverFaults(ask)),
    ...finding('Searching finds what stands', () => searchFaults(ask)),
    ...finding('The database refuses what it must', () => schemaFaults(sql)),
  ]
}

/** Checks that meet a page that cannot be read say so, and the others go on. */
export function guarded(name: string, check: () => Finding[]): Finding[] {
  try {
    return check()
  } catch (fault) {
    const storage = storageFault(fault)
    if (!storage) throw fault
    return [{ check: name, wrong: [`This could not be checked. ${storage.advice}`] }]
  }
}

const finding = (check: string, find: () => string[]): Finding[] => guarded(check, () => [{ check, wrong: find() }])

const integrityRow = rowsOf({ integrity_check: column.text })

function integrity(sql: PreparedReader): string[] {
  return sql
    .all(integrityRow, 'PRAGMA integrity_check')
    .map(row => row.integrity_check)
    .filter(text => text !== 'ok')
}

const pointerRow = rowsOf({
  table: column.text,
  rowid: column.number,
  parent: column.text,
  fkid: column.number,
})

const foreignKeys = (sql: PreparedReader): string[] => [
  ...sql
    .all(pointerRow, 'PRAGMA foreign_key_check')
    .map(row => `Row ${row.rowid} of ${row.table} points at a missing row of ${row.parent}.`),
  ...danglingRows(sql.asStored),
]

const documentRow = rowsOf({ hash: column.text, size: column.number })

function documents(sql: PreparedReader, directory: string): string[] {
  const stored = new Set(filesIn(directory))
  return sql.all(documentRow, 'SELECT hash, size FROM Document').flatMap(({ hash, size }) => {
    const name = [hash, `${hash.slice(0, 2)}/${hash}`].find(name => stored.has(name))
    if (!name) return [`Document ${hash} is missing.`]
    const bytes = bytesOf(join(directory, name))
    if (bytes === null) return [`Document ${hash} cannot be read.`]
    return bytes.length === size && hashBytes(bytes) === hash ? [] : [`Document ${hash} has been altered.`]
  })
}

/** Null where there is something else under the name, or it is not given to this user. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true }).map(name => String(name).replaceAll('\\', '/'))
  } catch {
    return []
  }
}
