import Sqlite from 'better-sqlite3'
import { readMigrations } from '../migrations/migration-list.ts'
import type { PreparedReader } from '../prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../rows.ts'

const partRow = rowsOf({ type: column.text, name: column.text, sql: column.orNull(column.text) })
type Part = RowOf<typeof partRow>

const partsSql = `SELECT type, name, sql FROM sqlite_schema
  WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations' ORDER BY type, name`

/**
 * What the database is made of, held to what the migrations make: a trigger, table or index that is missing, was altered
 * or was put in. Without its triggers the file would take changes that the portal promises are impossible.
 */
export function schemaFaults(sql: PreparedReader): string[] {
  const found = byName(sql.all(partRow, partsSql))
  const wanted = byName(partsOfMigrations())
  return [
    ...[...wanted].filter(([name]) => !found.has(name)).map(([name]) => `The ${name} is missing.`),
    ...[...wanted]
      .filter(([name, text]) => found.has(name) && found.get(name) !== text)
      .map(([name]) => `The ${name} has been altered.`),
    ...[...found.keys()].filter(name => !wanted.has(name)).map(name => `The ${name} is not of the portal.`),
  ]
}

const byName = (parts: Part[]): Map<string, string> =>
  new Map(parts.map(({ type, name, sql }) => [`${type} ${name}`, (sql ?? '').replace(/\s+/g, ' ')]))

/** The migrations on an empty database in memory. */
function partsOfMigrations(): Part[] {
  const scratch = new Sqlite(':memory:')
  try {
    for (const { sql } of readMigrations()) scratch.exec(sql)
    return scratch.prepare<[], Part>(partsSql).all()
  } finally {
    scratch.close()
  }
}
