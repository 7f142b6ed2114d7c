import type { Ask } from '../prepared-reader.ts'

/** A column that names a row of another table, guarded by triggers where there is no foreign key. */
export interface Guarded {
  table: string
  column: string
  parent: string
}

/**
 * The columns that triggers guard as a foreign key would, read from the triggers themselves: a table that has others
 * cannot be rebuilt to get a key.
 */
export const guardedColumns = (ask: Ask): Guarded[] =>
  ask<{ sql: string }>(
    `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_exists\\_on\\_insert' ESCAPE '\\' ORDER BY name`,
  ).flatMap(({ sql: text }) => {
    const found = /ON "(\w+)"[\s\S]*FROM "(\w+)" WHERE "id" = NEW\."(\w+)"/.exec(text)
    const [, table, parent, column] = found ?? []
    return table && parent && column ? [{ table, parent, column }] : []
  })

/**
 * Rows that name a row which is not there, though a trigger would refuse it now: they were written before there was one,
 * or by hand. 0 is the system itself.
 */
export const danglingRows = (ask: Ask): string[] =>
  guardedColumns(ask).flatMap(({ table, column, parent }) =>
    ask<{ id: number }>(
      `SELECT x.rowid AS id FROM "${table}" x
         WHERE x."${column}" <> 0 AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p.id = x."${column}")`,
    ).map(({ id }) => `Row ${id} of ${table} points at a missing row of ${parent} (${column}).`),
  )
