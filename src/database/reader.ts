import type { Database } from './database.ts'
import type { SqlValue } from './prepared-reader.ts'
import { assertDescribed, type Columns, type Rows } from './rows.ts'
import type { Tx } from './write.ts'

/** Runs a statement on the page's connection, or inside the transaction of an act: both read the same rows alike. */
export type RowReader = <Row>(rows: Rows<Row>, text: string, ...values: SqlValue[]) => Promise<Row[]> | Row[]

export const rowReader =
  (database: Pick<Database, 'sql'>): RowReader =>
  (rows, text, ...values) =>
    database.sql.all(rows, text, ...values)

export const rowReaderIn =
  (tx: Tx): RowReader =>
  (rows, text, ...values) =>
    readIn(tx, rows, text, ...values)

/** What a statement selects, as it stands in the transaction. */
export async function readIn<Row>(tx: Tx, rows: Rows<Row>, text: string, ...values: SqlValue[]): Promise<Row[]> {
  const found = await tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values)
  if (found[0]) assertDescribed(rows.columns, Object.keys(found[0]))
  return found.map(cells => rowFrom(rows.columns, cells) as Row)
}

const rowFrom = (columns: Columns, cells: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).map(([name, { read }]) => [name, read ? read(cells[name]) : cells[name]]))
