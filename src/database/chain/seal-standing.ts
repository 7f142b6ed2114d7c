import type Sqlite from 'better-sqlite3'
import { rowFaults } from './check-rows.ts'
import { linkOf, noLink, type Seal, sealOf } from './seal.ts'
import { contentSql, type SealedTable, sealedTablesNow, tableSql } from './sealed-tables.ts'
import { type Ask, readSeals } from './standing-seals.ts'

/** Rows that are not as their seals say, by table and key: what a migration must not cover up. */
export type KnownFaults = Set<string>

const nameOf = (fault: { tableName: string; rowKey: string }): string => `${fault.tableName} ${fault.rowKey}`

export const askOf =
  (sql: Sqlite.Database): Ask =>
  (text, ...values) =>
    sql.prepare(text).all(...values) as never[]

/** @returns the rows that are wrong as it is; nothing where the database has no chain yet */
export function faultsBefore(sql: Sqlite.Database): KnownFaults | null {
  const ask = askOf(sql)
  if (!hasChain(ask)) return null
  return new Set([...rowFaults(ask, readSeals(ask).standing)].map(nameOf))
}

/**
 * Seals the rows that differ from their seals, as one link that says why: after a migration that moved rows, after a
 * load in bulk, and once for what stood before there was a chain. What was wrong before stays wrong.
 * Runs in the transaction of its caller. @returns how many rows were sealed
 */
export function sealStanding(sql: Sqlite.Database, at: string, note: string, before: KnownFaults | null): number {
  const ask = askOf(sql)
  if (!hasChain(ask)) return 0
  const tables = new Map(sealedTablesNow(ask).map(table => [table.name, table]))
  const seals: Seal[] = []
  for (const fault of rowFaults(ask, readSeals(ask).standing)) {
    if (before?.has(nameOf(fault))) continue
    const table = tables.get(fault.tableName)
    if (table) seals.push(sealOf(table, fault.rowKey, contentOf(sql, table, fault.rowKey)))
    else seals.push(sealOf({ name: fault.tableName, form: 'gone' }, fault.rowKey, null))
  }
  if (seals.length > 0) store(sql, seals, { at, note }, [...tables.values()])
  return seals.length
}

const hasChain = (ask: Ask): boolean =>
  ask<{ name: string }>("SELECT name FROM sqlite_schema WHERE name = 'RowSeal'").length > 0

function contentOf(sql: Sqlite.Database, table: SealedTable, rowKey: string): string | null {
  const on = table.key.map((name, place) => `t."${name}" = json_extract(?, '$[${place}]')`).join(' AND ')
  return (
    sql
      .prepare<string[], string>(`SELECT ${contentSql(table.columns, 't')} FROM ${tableSql(table)} t WHERE ${on}`)
      .pluck()
      .get(...table.key.map(() => rowKey)) ?? null
  )
}

function store(sql: Sqlite.Database, seals: Seal[], made: { at: string; note: string }, tables: SealedTable[]): void {
  const before = sql.prepare<[], typeof noLink>('SELECT id, hash FROM ChainLink ORDER BY id DESC LIMIT 1').get()
  const link = linkOf(before ?? noLink, { ...made, seals })
  sql
    .prepare(
      'INSERT INTO ChainLink (id, at, note, previous, rows, hash) VALUES (@id, @at, @note, @previous, @rows, @hash)',
    )
    .run(link)
  const addSeal = sql.prepare(
    `INSERT INTO RowSeal (linkId, tableName, rowKey, form, hash, parts)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const seal of seals) addSeal.run(link.id, seal.tableName, seal.rowKey, seal.form, seal.hash, seal.parts)
  const addForm = sql.prepare('INSERT OR IGNORE INTO SealForm (tableName, form, columns) VALUES (?, ?, ?)')
  for (const table of tables) addForm.run(table.name, table.form, JSON.stringify(table.columns))
}
