import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'

/** Some tens of kilobytes each, with the triggers that are compiled into them. */
const most = 300

/** What Prisma's adapter asks of a statement. */
interface AskedStatement {
  reader: boolean
  columns(): Sqlite.ColumnDefinition[]
  run(): Sqlite.RunResult
  raw(): { all(): unknown[] }
}

/**
 * Prisma's adapter compiles each statement anew, and a change's statements have every trigger of their table compiled
 * into them: of laying out the demo it was 15 of 40 seconds of processor time, of any change a third. Here a connection
 * keeps the statements that it was asked last. SQLite itself compiles one again when the schema has changed under it.
 * Without this everything works the same.
 */
export function keepStatements(connection: SqlDriverAdapter): SqlDriverAdapter {
  const client = clientOf(connection)
  if (!client) return connection
  const compile = client.prepare.bind(client)
  const kept = new Map<string, Sqlite.Statement<unknown[]>>()
  const keep = (sql: string): Sqlite.Statement<unknown[]> => {
    const statement = kept.get(sql) ?? compile<unknown[]>(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  client.prepare = ((sql: string) => {
    const statement = keep(sql)
    return {
      run: () => statement.run(),
      bind: (values: unknown[]) => asked(statement, values),
    }
  }) as unknown as typeof client.prepare
  return connection
}

function asked(statement: Sqlite.Statement<unknown[]>, values: unknown[]): AskedStatement {
  let rows: unknown[] = []
  return {
    reader: statement.reader,
    // The adapter asks for the columns first, but which they are is known when the statement has met today's schema.
    columns() {
      rows = statement.raw().all(values)
      return statement.columns()
    },
    run: () => statement.run(values),
    raw: () => ({ all: () => rows }),
  }
}

/** The adapter's own connection; null where another version of it has none under that name. */
const clientOf = (connection: SqlDriverAdapter): Sqlite.Database | null =>
  'client' in connection && typeof connection.client === 'object' ? (connection.client as Sqlite.Database | null) : null
