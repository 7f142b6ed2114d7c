import Sqlite from 'better-sqlite3'

/** Statements on a file of rows that stands beside the portal's database, and documents nothing. */
export interface RowFile {
  all(text: string, values: Record<string, unknown>): unknown[]
  /** The first column of the first row. */
  value(text: string, values: Record<string, unknown>): unknown
}

/**
 * Makes a file of rows that is looked up and never changed: what a process apart has worked out, for pages to read some
 * of. Where it is cut off, it is made again.
 */
export function makeRowFile(
  file: string,
  { tables, insert, after }: { tables: string; insert: string; after: string },
  rows: Iterable<unknown[]>,
): void {
  const sql = new Sqlite(file)
  try {
    sql.pragma('journal_mode = OFF')
    sql.pragma('synchronous = OFF')
    sql.exec(tables)
    const statement = sql.prepare(insert)
    sql.transaction(() => {
      for (const row of rows) statement.run(...row)
    })()
    sql.exec(after)
  } finally {
    sql.close()
  }
}

/** Reads from such a file. */
export function inRowFile<Result>(file: string, read: (rows: RowFile) => Result): Result {
  const sql = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return read({
      all: (text, values) => sql.prepare(text).all(values),
      value: (text, values) => sql.prepare(text).pluck().get(values),
    })
  } finally {
    sql.close()
  }
}
