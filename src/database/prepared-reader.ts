import type Sqlite from 'better-sqlite3'
import { assertDescribed, type Columns, type Rows } from './rows.ts'
import { storageFault } from './storage-faults.ts'

export type SqlValue = string | number | bigint | null

/** Asks for rows as the file has them, with nothing said of their columns. */
export type Ask = <Row>(text: string, ...values: SqlValue[]) => Row[]

/**
 * Prepared statements on a read-only connection, kept by their text. Rows come as plain objects, each column as it is described
 * (database/rows.ts).
 *
 * What is read in one turn of the event loop is read from one state of the database: a page never shows half of a
 * change, and SQLite takes its locks once for all statements of the turn instead of once for each. Whoever has written
 * lets go of that state first, and so reads what was written.
 */
export class PreparedReader {
  readonly #connection: Sqlite.Database
  readonly #count: () => void
  readonly #statements = new Map<string, Prepared>()
  readonly #begin: Sqlite.Statement
  readonly #end: Sqlite.Statement
  readonly #version: Sqlite.Statement
  #held: NodeJS.Immediate | null = null
  #versionRead: number | null = null

  constructor(connection: Sqlite.Database, count: () => void) {
    this.#connection = connection
    this.#count = count
    this.#begin = connection.prepare('BEGIN')
    this.#end = connection.prepare('COMMIT')
    this.#version = connection.prepare('PRAGMA data_version').pluck()
  }

  all<Row>(rows: Rows<Row>, text: string, ...values: SqlValue[]): Row[] {
    const { statement, rowOf } = this.#prepared(text, rows.columns)
    return statement.all(...values).map(rowOf as (cells: unknown) => Row)
  }

  get<Row>(rows: Rows<Row>, text: string, ...values: SqlValue[]): Row | undefined {
    const { statement, rowOf } = this.#prepared(text, rows.columns)
    const cells = statement.get(...values)
    return cells === undefined ? undefined : (rowOf(cells as unknown[]) as Row)
  }

  /** The cells as the file has them, for whoever looks the file itself over: its tables need no description. */
  readonly asStored: Ask = <Row>(text: string, ...values: SqlValue[]): Row[] => {
    const { statement, rowOf } = this.#prepared(text, null)
    return statement.all(...values).map(rowOf as (cells: unknown) => Row)
  }

  /** Of the state that is read from just now. */
  dataVersion(): number {
    this.#hold()
    this.#versionRead ??= this.#version.get() as number
    return this.#versionRead
  }

  close(): void {
    this.release()
    this.#connection.close()
  }

  #hold(): void {
    if (this.#held) return
    this.#begin.run()
    this.#held = setImmediate(this.#letGo)
  }

  /** What is read from here on is of the newest state. */
  release(): void {
    if (!this.#held) return
    clearImmediate(this.#held)
    this.#letGo()
  }

  readonly #letGo = (): void => {
    this.#held = null
    this.#versionRead = null
    if (!this.#connection.open || !this.#connection.inTransaction) return
    try {
      this.#end.run()
    } catch (fault) {
      // Whoever read a page that cannot be read was told so; the transaction has nothing to keep.
      if (!storageFault(fault)) throw fault
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
    }
  }

  #prepared(text: string, columns: Columns | null): Prepared {
    this.#count()
    this.#hold()
    const known = this.#statements.get(text)
    if (known?.columns === columns) return known
    // A page builds its text from a few fixed parts; the bound only guards against a mistake.
    if (this.#statements.size > 2000) this.#statements.clear()
    const statement = this.#connection.prepare(text).raw()
    const names = statement.columns().map(({ name }) => name)
    if (columns) assertDescribed(columns, names)
    const prepared = { statement, columns, rowOf: rowMaker(names, columns) }
    this.#statements.set(text, prepared)
    return prepared
  }
}

interface Prepared {
  statement: Sqlite.Statement
  /** As which its rows are read. */
  columns: Columns | null
  rowOf: (cells: unknown[]) => unknown
}

/**
 * Makes the rows of a statement. SQLite's binding sets an object's properties one by one from C++, which costs as much
 * as reading them; it is asked for the cells alone, and a row is written out here as one literal.
 */
function rowMaker(names: string[], columns: Columns | null): Prepared['rowOf'] {
  const reads = names.map(name => columns?.[name])
  const cells = names.map((name, index) => {
    const how = reads[index]
    const cell = how?.read && !how.plain ? `reads[${index}].read(cells[${index}])` : `cells[${index}]`
    return `${JSON.stringify(name)}: ${cell}`
  })
  return new Function('reads', `return cells => ({ ${cells.join(', ')} })`)(reads) as Prepared['rowOf']
}
