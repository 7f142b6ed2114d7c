import Sqlite from 'better-sqlite3'
import { lockWaitMs } from '../clients.ts'
import type { Ask } from '../prepared-reader.ts'

/** A table of words, and the view that says what is to stand in it: no more than every reader of the row may see. */
interface SearchTable {
  name: string
  view: string
  columns: string[]
}

const searchTables = (ask: Ask): SearchTable[] =>
  ask<{ name: string; columns: string }>(
    `SELECT t.name, json_group_array(c.name) AS columns FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.sql LIKE 'CREATE VIRTUAL TABLE%' AND t.name LIKE '%Search' GROUP BY t.name ORDER BY t.name`,
  ).map(({ name, columns }) => ({
    name,
    view: `Searchable${name.replace(/Search$/, '')}`,
    columns: JSON.parse(columns) as string[],
  }))

/**
 * Where searching does not find what stands, or finds what does not: a row that was taken out of a search table, put in,
 * or altered. A closed title put in would be found by everybody. Each row is looked up once by its key, so the work
 * grows with the rows alone.
 */
export const searchFaults = (ask: Ask): string[] => searchTables(ask).flatMap(table => faultsOf(ask, table))

function faultsOf(ask: Ask, { name, view, columns }: SearchTable): string[] {
  const differs = columns.map(column => `s."${column}" IS NOT v."${column}"`).join(' OR ')
  const rows = (sql: string) => ask<{ id: number }>(sql).map(({ id }) => id)
  const missing = rows(
    `SELECT v.id FROM "${view}" v WHERE NOT EXISTS (SELECT 1 FROM "${name}" s WHERE s.rowid = v.id) ORDER BY v.id`,
  )
  const altered = rows(`SELECT v.id FROM "${view}" v JOIN "${name}" s ON s.rowid = v.id WHERE ${differs} ORDER BY v.id`)
  const added = rows(
    `SELECT s.rowid AS id FROM "${name}" s WHERE NOT EXISTS (SELECT 1 FROM "${view}" v WHERE v.id = s.rowid)`,
  )
  return [
    ...missing.map(id => `Row ${id} is missing in ${name}: it is not found by its words.`),
    ...altered.map(id => `Row ${id} of ${name} is found by other words than its own.`),
    ...added.map(id => `Row ${id} of ${name} is found, but there is no such row to be found.`),
  ]
}

/** Makes the search tables anew from what stands; all of them or none. Nothing that is documented lies in them alone. */
export function remakeSearchTables(file: string): void {
  const sql = new Sqlite(file, { fileMustExist: true, timeout: lockWaitMs })
  try {
    const tables = searchTables(<Row>(text: string, ...values: unknown[]) => sql.prepare(text).all(...values) as Row[])
    const all = sql.transaction(() => {
      for (const table of tables) remake(sql, table)
    })
    all.immediate()
  } finally {
    sql.close()
  }
}

function remake(sql: Sqlite.Database, { name, view, columns }: SearchTable): void {
  const listed = columns.map(column => `"${column}"`).join(', ')
  // An index that does not fit its table is made to first: it would not let the rows go.
  sql.exec(`INSERT INTO "${name}" ("${name}") VALUES ('rebuild')`)
  sql.exec(`DELETE FROM "${name}"; INSERT INTO "${name}" ("rowid", ${listed}) SELECT "id", ${listed} FROM "${view}"`)
}
