import type { Database } from './database.ts'
import type { SqlValue } from './prepared-reader.ts'
import type { RowReader } from './reader.ts'
import type { Rows } from './rows.ts'
import { untilCommitMade } from './until-commit.ts'

/** Results that are kept at a time. */
const most = 200

const kept = untilCommitMade<unknown[]>(most)

/**
 * What a statement selects, kept until anything is committed: for those that go through all that was adopted to find a few
 * rows (2 to 6 ms each), and that page after page asks for again. A statement says in its text whom its rows are for. The
 * list is everybody's who asks: it is frozen, and its rows are not changed. Without this everything works the same.
 */
export const keptRows = <Row>(database: Database, rows: Rows<Row>, text: string, ...values: SqlValue[]): Row[] =>
  kept(database, keyOf(text, values), () => Object.freeze(database.sql.all(rows, text, ...values)) as Row[]) as Row[]

/** The same for what reads in pages and in transactions alike. */
export const keptReader =
  (database: Database): RowReader =>
  (rows, text, ...values) =>
    keptRows(database, rows, text, ...values)

const keyOf = (text: string, values: readonly SqlValue[]): string =>
  [text, ...values.map(value => `${typeof value} ${String(value)}`)].join('\u0000')
