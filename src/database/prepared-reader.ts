import type Sqlite from 'better-sqlite3'

export type SqlValue = string | number | bigint | null

/** Prepared statements on a read-only connection, kept by their text. Rows come as plain objects of the given shape. */
export class PreparedReader {
  readonly #connection: Sqlite.Database
  readonly #count: () => void
  readonly #statements = new Map<string, Sqlite.Statement>()

  constructor(connection: Sqlite.Database, count: () => void) {
    this.#connection = connection
    this.#count = count
  }

  all<Row>(text: string, ...values: SqlValue[]): Row[] {
    this.#count()
    return this.#prepared(text).all(...values) as Row[]
  }

  get<Row>(text: string, ...values: SqlValue[]): Row | undefined {
    this.#count()
    return this.#prepared(text).get(...values) as Row | undefined
  }

  #prepared(text: string): Sqlite.Statement {
    const known = this.#statements.get(text)
    if (known) return known
    // A page builds its text from a few fixed parts; the bound only guards against a mistake.
    if (this.#statements.size > 2000) this.#statements.clear()
    const statement = this.#connection.prepare(text)
    this.#statements.set(text, statement)
    return statement
  }
}
