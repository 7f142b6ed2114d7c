import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ownFolder } from '../support/run-folder.ts'
import { emptyFolder } from '../support/templates.ts'

export type Connection = Sqlite.Database

/** A migrated database behind a bare connection: what the database does by itself, without the program. */
export async function scratchDatabase(): Promise<{ sql: Connection; file: string; remove: () => void }> {
  const folder = ownFolder('database')
  cpSync(await emptyFolder(), folder, { recursive: true })
  const file = join(folder, 'portal.db')
  const sql = new Sqlite(file)
  sql.pragma('foreign_keys = ON')
  const remove = () => {
    sql.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { sql, file, remove }
}

/** Inserts a row with what is given and, in every other column that must have a value, a plausible one. */
export function insert(sql: Connection, table: string, given: Record<string, unknown> = {}): number {
  const columns = sql
    .prepare<[string], { name: string; type: string }>(
      'SELECT name, type FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0',
    )
    .all(table)
  const row: Record<string, unknown> = {}
  for (const { name, type } of columns) row[name] = type === 'TEXT' ? plausible(name) : 1
  Object.assign(row, given)
  const names = Object.keys(row)
  const text = `INSERT INTO "${table}" (${names.map(name => `"${name}"`)}) VALUES (${names.map(name => `@${name}`)})`
  return Number(sql.prepare(text).run(row).lastInsertRowid)
}

function plausible(name: string): string {
  if (/^(startsAt|endsAt)$/.test(name)) return '14:30'
  if (/(^at|At)$/.test(name)) return '2026-01-08T09:00:00.000Z'
  if (/^(from|day|decidedOn|dueDay|sourceDay|objectionsUntil)$/.test(name)) return '2026-01-08'
  return `${name}-${nextText()}`
}

let texts = 0
const nextText = (): number => {
  texts += 1
  return texts
}
