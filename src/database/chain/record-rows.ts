import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { Prisma } from '../generated/client.ts'
import { digestOf, type Link, linkAfter, noLink, type Seal, sealOf } from './seal.ts'
import { contentSql, keySql, onKeySql, readSealedTables, type SealedTable, tableSql } from './sealed-tables.ts'

type Tx = Prisma.TransactionClient

/**
 * Makes the writing connection note which rows it touches. The triggers are the connection's own: they are made from
 * the tables that are there, and a change by any other program leaves no note and so no seal.
 */
export async function watchRows(connection: SqlDriverAdapter): Promise<void> {
  const tables = await readSealedTables(async sql => {
    const { columnNames, rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
    return rows.map(row => Object.fromEntries(columnNames.map((name, i) => [name, row[i]]))) as never[]
  })
  await connection.executeScript(watchSql(tables))
}

function watchSql(tables: SealedTable[]): string {
  const note = (table: SealedTable, row: 'NEW' | 'OLD') =>
    `INSERT INTO row_changed VALUES ('${table.name}', ${keySql(table, row)});`
  const trigger = (table: SealedTable, act: string, rows: ('NEW' | 'OLD')[]) =>
    `CREATE TEMP TRIGGER IF NOT EXISTS "${table.name} ${act}" AFTER ${act} ON ${tableSql(table)}
     BEGIN ${rows.map(row => note(table, row)).join(' ')} END;`
  return [
    // A row may be noted more than once: what a statement does on a conflict goes for its triggers too, so that no key
    // of this table could be relied on to take the second note in silence.
    'CREATE TEMP TABLE IF NOT EXISTS row_changed (tableName TEXT NOT NULL, rowKey TEXT NOT NULL);',
    ...tables.flatMap(table => [
      trigger(table, 'INSERT', ['NEW']),
      trigger(table, 'UPDATE', ['OLD', 'NEW']),
      trigger(table, 'DELETE', ['OLD']),
    ]),
  ].join('\n')
}

/** The tables of each open database, read at its first change. */
const tablesOf = new WeakMap<object, Map<string, SealedTable>>()

/**
 * The end of every change: the rows it wrote are sealed, and the seals become the next link of the chain, in the same
 * transaction (§7: full documentation).
 */
export async function sealChange(tx: Tx, database: object, at: string): Promise<void> {
  const tables = tablesOf.get(database) ?? (await learnTables(tx, database))
  const touched = await tx.$queryRawUnsafe<{ tableName: string }[]>('SELECT DISTINCT tableName FROM temp.row_changed')
  const touchedTables = touched.flatMap(({ tableName }) => tables.get(tableName) ?? [])
  if (touchedTables.length === 0) return
  const seals = await sealsOf(tx, touchedTables)
  const [before = noLink] = await tx.$queryRawUnsafe<{ id: number; hash: string }[]>(
    'SELECT id, hash FROM ChainLink ORDER BY id DESC LIMIT 1',
  )
  await store(
    tx,
    linkAfter({ id: Number(before.id), hash: before.hash }, { at, note: null, rows: digestOf(seals) }),
    seals,
  )
  await nameForms(tx, touchedTables)
}

async function learnTables(tx: Tx, database: object): Promise<Map<string, SealedTable>> {
  const tables = await readSealedTables(sql => tx.$queryRawUnsafe(sql))
  const found = new Map(tables.map(table => [table.name, table]))
  tablesOf.set(database, found)
  return found
}

async function sealsOf(tx: Tx, tables: SealedTable[]): Promise<Seal[]> {
  const selects = tables.map(
    table => `SELECT changed.tableName, changed.rowKey,
        CASE WHEN stands."${table.key[0]}" IS NULL THEN NULL ELSE ${contentSql(table.columns, 'stands')} END AS content
      FROM (SELECT DISTINCT tableName, rowKey FROM temp.row_changed WHERE tableName = '${table.name}') changed
      LEFT JOIN ${tableSql(table)} stands
        ON ${onKeySql(table, 'stands', 'changed.rowKey')}`,
  )
  const rows = await tx.$queryRawUnsafe<{ tableName: string; rowKey: string; content: string | null }[]>(
    `${selects.join('\nUNION ALL\n')}\nORDER BY 1, 2`,
  )
  const byName = new Map(tables.map(table => [table.name, table]))
  return rows.flatMap(({ tableName, rowKey, content }) => {
    const table = byName.get(tableName)
    return table ? [sealOf(table, rowKey, content)] : []
  })
}

async function store(tx: Tx, link: Link, seals: Seal[]): Promise<void> {
  await tx.$executeRawUnsafe(
    'INSERT INTO ChainLink (id, at, note, previous, rows, hash) VALUES (?, ?, ?, ?, ?, ?)',
    ...[link.id, link.at, link.note, link.previous, link.rows, link.hash],
  )
  await tx.$executeRawUnsafe(
    `INSERT INTO RowSeal (linkId, tableName, rowKey, form, hash, parts)
     SELECT ${link.id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) ORDER BY key`,
    JSON.stringify(seals.map(seal => [seal.tableName, seal.rowKey, seal.form, seal.hash, seal.parts])),
  )
  await tx.$executeRawUnsafe('DELETE FROM temp.row_changed')
}

/** A row is held to the columns that it was sealed with, also when its table has got more since. */
async function nameForms(tx: Tx, tables: SealedTable[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT OR IGNORE INTO SealForm (tableName, form, columns)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    JSON.stringify(tables.map(table => [table.name, table.form, JSON.stringify(table.columns)])),
  )
}
