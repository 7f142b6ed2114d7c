import type { Ask } from '../prepared-reader.ts'
import { changedColumns, sealOf } from './seal.ts'
import { contentSql, keySql, type SealedTable, sealedTablesNow, tableSql } from './sealed-tables.ts'
import type { StandingSeal, StandingSeals } from './standing-seals.ts'

/** A row that is not as the portal last wrote it. */
export interface RowFault {
  tableName: string
  rowKey: string
  kind: 'changed' | 'missing' | 'added' | 'unreadable'
  /** The columns that differ; none when the row is missing or was added. */
  columns: string[]
  linkId: number | null
}

const portion = 2000

/** Holds every row of every sealed table to its seal, and every seal to its row. @param among these tables; all when left out */
export function* rowFaults(ask: Ask, standing: StandingSeals, among?: readonly string[]): Generator<RowFault> {
  const forms = readForms(ask)
  const tables = sealedTablesNow(ask).filter(({ name }) => among?.includes(name) ?? true)
  for (const table of tables) yield* faultsOfTable(ask, table, standing.get(table.name) ?? new Map(), forms)
  const there = new Set(tables.map(({ name }) => name))
  for (const [tableName, seals] of standing) {
    if (!there.has(tableName)) yield* missing(tableName, seals)
  }
}

/** The columns of each form, by table and form. */
function readForms(ask: Ask): Map<string, string[]> {
  const rows = ask<{ tableName: string; form: string; columns: string }>(
    'SELECT tableName, form, columns FROM SealForm',
  )
  return new Map(rows.map(row => [`${row.tableName} ${row.form}`, JSON.parse(row.columns) as string[]]))
}

function* faultsOfTable(
  ask: Ask,
  table: SealedTable,
  seals: Map<string, StandingSeal>,
  forms: Map<string, string[]>,
): Generator<RowFault> {
  const unseen = new Map([...seals].filter(([, seal]) => seal.hash !== null))
  for (const row of rowsOf(ask, table)) {
    const seal = unseen.get(row.rowKey)
    unseen.delete(row.rowKey)
    const fault = seal ? compare(ask, table, row, seal, forms) : added(table.name, row.rowKey)
    if (fault) yield fault
  }
  yield* missing(table.name, unseen)
}

interface Row {
  /** As text: a row put in by hand may have any number, also one that is no longer exact here, or below zero. */
  place: string
  rowKey: string
  content: string
}

/** The lowest number that a row can have in SQLite: no row of the portal has it. */
const beforeAll = '-9223372036854775808'

export function* rowsOf(ask: Ask, table: SealedTable): Generator<Row> {
  const sql = `SELECT CAST(t.rowid AS TEXT) AS place, ${keySql(table, 't')} AS rowKey, ${contentSql(table.columns, 't')} AS content
    FROM ${tableSql(table)} t WHERE t.rowid > CAST(? AS INTEGER) ORDER BY t.rowid LIMIT ${portion}`
  let last = beforeAll
  while (true) {
    const rows = ask<Row>(sql, last)
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.place
  }
}

function compare(
  ask: Ask,
  table: SealedTable,
  row: Row,
  seal: StandingSeal,
  forms: Map<string, string[]>,
): RowFault | null {
  const fault = { tableName: table.name, rowKey: row.rowKey, linkId: seal.linkId }
  const columns = seal.form === table.form ? table.columns : forms.get(`${table.name} ${seal.form}`)
  if (!columns || columns.some(name => !table.columns.includes(name))) {
    return { ...fault, kind: 'unreadable', columns: [] }
  }
  const content = columns === table.columns ? row.content : contentIn(ask, table, columns, row.place)
  const found = sealOf({ name: table.name, form: seal.form }, row.rowKey, content)
  if (found.hash === seal.hash) return null
  return { ...fault, kind: 'changed', columns: changedColumns(columns, seal.parts ?? '', found.parts ?? '') }
}

/** A row in the columns it had when it was sealed. */
const contentIn = (ask: Ask, table: SealedTable, columns: string[], place: string): string | null =>
  ask<{ content: string }>(
    `SELECT ${contentSql(columns, 't')} AS content FROM ${tableSql(table)} t WHERE t.rowid = CAST(? AS INTEGER)`,
    place,
  )[0]?.content ?? null

const added = (tableName: string, rowKey: string): RowFault => ({
  tableName,
  rowKey,
  kind: 'added',
  columns: [],
  linkId: null,
})

function* missing(tableName: string, seals: Map<string, StandingSeal>): Generator<RowFault> {
  for (const [rowKey, { linkId, hash }] of seals) {
    if (hash !== null) yield { tableName, rowKey, kind: 'missing', columns: [], linkId }
  }
}
