import Sqlite from 'better-sqlite3'
import type { Migration } from './migration-list.ts'

/**
 * What is left of a migration that an older portal began and did not finish. It sent the statements one by one, each
 * committed by itself, so a kill left the first ones applied. How far it came is seen from the tables: all migrations
 * up to that one are played in memory, and after each statement the result is compared with the file.
 *
 * Statements that change rows leave the tables as they were: of several places that fit, the first is taken, and those
 * statements run again. The two that there are bear it: one sets a column to what another says, the other fills a table
 * that is emptied first. Nothing later needs this, since a migration and its row are now one transaction.
 * @returns null where the tables are none that the migration ever makes
 */
export function restOf(begun: Migration, before: Migration[], file: Sqlite.Database): string[] | null {
  const memory = new Sqlite(':memory:')
  try {
    for (const { sql } of before) memory.exec(sql)
    const wanted = tablesOf(file)
    let fits = tablesOf(memory) === wanted
    const rest: string[] = []
    for (const statement of played(begun.sql, memory)) {
      if (fits) rest.push(statement)
      else fits = tablesOf(memory) === wanted
    }
    return fits ? rest.flatMap(withEmptied) : null
  } finally {
    memory.close()
  }
}

const tablesOf = (connection: Sqlite.Database): string =>
  JSON.stringify(
    connection
      .prepare(
        `SELECT type, name, tbl_name, sql FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite%' AND name <> '_prisma_migrations' ORDER BY type, name`,
      )
      .raw()
      .all(),
  )

/** A table that a migration fills on its way may be filled already. */
const withEmptied = (statement: string): string[] => {
  const [, table] = /^INSERT INTO "(new_\w+)"/.exec(statement.replace(/^(\s|--.*\n)+/, '')) ?? []
  return table ? [`DELETE FROM "${table}"`, statement] : [statement]
}

/** The statements of a script, each after it has run. SQLite itself says where one ends: triggers hold semicolons. */
function* played(script: string, connection: Sqlite.Database): Generator<string> {
  let statement = ''
  for (const part of script.split(/(?<=;)/)) {
    statement += part
    if (!isStatement(statement, connection)) continue
    connection.exec(statement)
    yield statement
    statement = ''
  }
}

function isStatement(text: string, connection: Sqlite.Database): boolean {
  try {
    connection.prepare(text)
    return true
  } catch {
    return false
  }
}
