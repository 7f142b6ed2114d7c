import type { ZodType } from 'zod'
import type { Day, Instant } from '../kernel/days.ts'
import { type Oere, oere } from '../kernel/money.ts'

/** What a cell of one column is read as. */
export interface Column<Value> {
  /** From what the database gives; null: its text is the value. */
  read: ((cell: unknown) => Value) | null
  /** A page's connection gives this value as it is: only the one of a transaction has to be read. */
  plain?: true
}

export type Columns = Readonly<Record<string, Column<unknown>>>

type ValueOf<C> = C extends Column<infer Value> ? Value : never

/** The rows of a statement as its columns were described. */
export interface Rows<Row> {
  columns: Columns
  /** Never there: only its type is asked for. */
  row?: Row
}

/** The type of the rows that a description gives. */
export type RowOf<R> = R extends Rows<infer Row> ? Row : never

/** Describes what a statement selects: each of its columns by name, and none that it does not select. */
export const rowsOf = <C extends Columns>(columns: C): Rows<{ [Name in keyof C]: ValueOf<C[Name]> }> => ({ columns })

/** Of a statement that asks for nothing but whether there is a row: `SELECT 1 AS found …`. */
export const foundRow: Rows<{ found: number }> = { columns: { found: { read: Number, plain: true } } }

const asStored = <Value>(): Column<Value> => ({ read: null })

/** The columns that there are. A transaction's connection gives whole numbers as bigint and flags as booleans. */
export const column = {
  text: asStored<string>(),
  /** A text of a fixed set, which the schema or a check holds. */
  oneOf: <Value extends string>() => asStored<Value>(),
  /** 'YYYY-MM-DD', a Europe/Copenhagen day. */
  day: asStored<Day>(),
  /** ISO 8601 in UTC. */
  moment: asStored<Instant>(),
  number: { read: Number, plain: true } as Column<number>,
  /** In øre. */
  amount: { read: cell => oere(cell as number | bigint), plain: true } as Column<Oere>,
  flag: { read: flagOf } as Column<boolean>,
  /** Text that was stored as JSON, or made by the statement. @throws ZodError when it is of another shape */
  json: <Value>(schema: ZodType<Value>): Column<Value> => ({ read: cell => schema.parse(JSON.parse(String(cell))) }),
  orNull: <Value>({ read, plain }: Column<Value>): Column<Value | null> => ({
    read: read && (cell => (cell === null ? null : read(cell))),
    ...(plain && { plain }),
  }),
}

/**
 * A flag that is neither is refused: a condition that came out as null, taken for false, would open what is closed.
 * @throws TypeError
 */
function flagOf(cell: unknown): boolean {
  if (cell === 1 || cell === 1n || cell === true) return true
  if (cell === 0 || cell === 0n || cell === false) return false
  throw new TypeError(`Not a flag: ${String(cell)}`)
}

/** @throws Error when the statement selects a column that is not described, or lacks one that is */
export function assertDescribed(columns: Columns, selected: readonly string[]): void {
  const known = new Set(selected)
  const undescribed = selected.filter(name => !Object.hasOwn(columns, name))
  const missing = Object.keys(columns).filter(name => !known.has(name))
  if (undescribed.length > 0) throw new Error(`The statement selects what is not described: ${undescribed.join(', ')}`)
  if (missing.length > 0) throw new Error(`The statement does not select what is described: ${missing.join(', ')}`)
}
