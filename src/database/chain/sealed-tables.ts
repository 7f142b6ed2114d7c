import { createHash } from 'node:crypto'

/** What the chain leaves out, and why nothing that documents a decision stands there. */
export const unsealed: Readonly<Record<string, string>> = {
  ChainLink: 'the chain itself',
  RowSeal: 'the chain itself',
  SealForm: 'the chain itself',
  Observation:
    'tens of thousands come at once: each delivery is sealed with a hash over its rows, which verify works out anew',
  HiddenFigure: 'as many may come: each decision is sealed with a hash over its figures, which verify works out anew',
  LeftOverItem: 'worked out of agenda items, treatments and meetings by triggers',
  Submission: 'remembers which forms were sent, so that none acts twice',
  _prisma_migrations: 'the list of migrations, which the schema check reads',
}

/** A table whose rows the chain seals. */
export interface SealedTable {
  name: string
  /** The columns of its primary key, in their order. */
  key: string[]
  /** All its columns, by name: the order that a rebuilt table has does not matter. */
  columns: string[]
  /** Names the set of columns, so that a row sealed before a column was added is still held to its own form. */
  form: string
}

/** Asks the database for rows: by Prisma, by a reader or by a connection. */
export type AskRows = <Row>(sql: string) => Row[] | Promise<Row[]>

const columnsSql = `SELECT l.name AS tableName, i.name AS columnName, i.pk AS place
  FROM pragma_table_list l JOIN pragma_table_info(l.name) i
  WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  ORDER BY l.name, i.name`

interface ColumnRow {
  tableName: string
  columnName: string
  place: number | bigint
}

const schemaSql = `SELECT group_concat(sql, char(10)) AS text
  FROM (SELECT sql FROM main.sqlite_schema WHERE type = 'table' ORDER BY name)`

/** What was read last, and of which tables: each connection asks, and their columns cost more to list than to compare. */
let last: { schema: string; tables: SealedTable[] } | null = null

/** Every table of the database but the unsealed ones: a new feature's table is sealed without being told. */
export async function readSealedTables(ask: AskRows): Promise<SealedTable[]> {
  const [{ text: schema } = { text: '' }] = await ask<{ text: string }>(schemaSql)
  if (last?.schema !== schema) last = { schema, tables: tablesOf(await ask<ColumnRow>(columnsSql)) }
  return last.tables
}

/** The same on a connection that answers at once. */
export const sealedTablesNow = (ask: <Row>(sql: string) => Row[]): SealedTable[] => tablesOf(ask<ColumnRow>(columnsSql))

function tablesOf(rows: ColumnRow[]): SealedTable[] {
  return [...groupByName(rows)]
    .filter(([name]) => !(name in unsealed))
    .map(([name, columns]) => {
      const keyed = columns.filter(({ place }) => Number(place) > 0).sort((a, b) => Number(a.place) - Number(b.place))
      const names = columns.map(({ columnName }) => columnName)
      return { name, key: keyed.map(({ columnName }) => columnName), columns: names, form: formOf(names) }
    })
}

function groupByName(rows: ColumnRow[]): Map<string, ColumnRow[]> {
  const found = new Map<string, ColumnRow[]>()
  for (const row of rows) {
    const known = found.get(row.tableName)
    if (known) known.push(row)
    else found.set(row.tableName, [row])
  }
  return found
}

export const formOf = (columns: string[]): string =>
  createHash('sha256').update(columns.join('\n')).digest('hex').slice(0, 16)

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The key of a row as a JSON list, in SQL: `of` is the alias of its table, or NEW and OLD in a trigger. */
export const keySql = (table: SealedTable, of: string): string =>
  `json_array(${table.key.map(name => `${of}.${quoted(name)}`).join(', ')})`

/**
 * A row's columns as a JSON list of SQL literals: exact for text, whole numbers of any size, and nothing. SQLite ends a
 * literal at a NUL, which the portal writes nowhere and a hand may, so as to add words that nobody had sealed.
 */
export const contentSql = (columns: string[], of: string): string =>
  `json_array(${columns.map(name => literalSql(`${of}.${quoted(name)}`)).join(', ')})`

const literalSql = (value: string): string =>
  `CASE WHEN typeof(${value}) = 'text' AND instr(CAST(${value} AS BLOB), x'00') > 0 THEN 'NUL ' || hex(${value}) ELSE quote(${value}) END`

export const tableSql = (table: SealedTable): string => `main.${quoted(table.name)}`

/** Joins a key that is stored as JSON to its row by the primary key's index. */
export const onKeySql = (table: SealedTable, row: string, key: string): string =>
  table.key.map((name, place) => `${row}.${quoted(name)} = json_extract(${key}, '$[${place}]')`).join(' AND ')
