import type Sqlite from 'better-sqlite3'
import type { Ask } from '../prepared-reader.ts'
import { type RowFault, rowFaults } from './check-rows.ts'
import { type Link, linkAfter, noLink, type Seal, SealDigest, sealOf } from './seal.ts'
import { contentSql, type SealedTable, sealedTablesNow, tableSql } from './sealed-tables.ts'
import { readSeals, readSealsOf } from './standing-seals.ts'

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
 * All of it or nothing, also within the caller's transaction. @returns how many rows were sealed
 * @param among the tables where rows may differ; all when left out
 */
export const sealStanding = (
  sql: Sqlite.Database,
  at: string,
  note: string,
  known: KnownFaults | null,
  among?: readonly string[],
): number => sql.transaction(() => sealFaults(sql, at, note, known, among))()

function sealFaults(
  sql: Sqlite.Database,
  at: string,
  note: string,
  known: KnownFaults | null,
  among?: readonly string[],
): number {
  const ask = askOf(sql)
  if (!hasChain(ask)) return 0
  const standing = among ? readSealsOf(ask, among) : readSeals(ask).standing
  // The link is known when its last seal is: until then its seals point at one that is to come.
  sql.pragma('defer_foreign_keys = ON')
  const before =
    sql.prepare<[], typeof noLink>('SELECT id, hash FROM ChainLink ORDER BY id DESC LIMIT 1').get() ?? noLink
  const addSeal = sql.prepare(
    'INSERT INTO RowSeal (linkId, tableName, rowKey, form, hash, parts) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const digest = new SealDigest()
  let sealed = 0
  for (const seal of missingSeals(sql, rowFaults(ask, standing, among), known)) {
    digest.add(seal)
    addSeal.run(before.id + 1, seal.tableName, seal.rowKey, seal.form, seal.hash, seal.parts)
    sealed += 1
  }
  if (sealed > 0) addLink(sql, linkAfter(before, { at, note, rows: digest.value() }))
  return sealed
}

function* missingSeals(sql: Sqlite.Database, faults: Iterable<RowFault>, known: KnownFaults | null): Generator<Seal> {
  const tables = new Map(sealedTablesNow(askOf(sql)).map(table => [table.name, table]))
  for (const fault of faults) {
    if (known?.has(nameOf(fault))) continue
    const table = tables.get(fault.tableName)
    if (table) yield sealOf(table, fault.rowKey, contentOf(sql, table, fault.rowKey))
    else yield sealOf({ name: fault.tableName, form: 'gone' }, fault.rowKey, null)
  }
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

function addLink(sql: Sqlite.Database, link: Link): void {
  sql
    .prepare(
      'INSERT INTO ChainLink (id, at, note, previous, rows, hash) VALUES (@id, @at, @note, @previous, @rows, @hash)',
    )
    .run(link)
  const addForm = sql.prepare('INSERT OR IGNORE INTO SealForm (tableName, form, columns) VALUES (?, ?, ?)')
  for (const table of sealedTablesNow(askOf(sql))) addForm.run(table.name, table.form, JSON.stringify(table.columns))
}
