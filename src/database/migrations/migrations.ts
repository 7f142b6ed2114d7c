import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { assertDatabaseFile, CannotBeDone, inWords } from '../cannot-be-done.ts'
import { faultsBefore, sealStanding } from '../chain/seal-standing.ts'
import { putInPlace, removeDatabase } from '../folder/files.ts'
import { storageFault } from '../storage-faults.ts'
import { restOf } from './half-applied.ts'
import { checksumOf, type Migration, readMigrations } from './migration-list.ts'
import { type AppliedMigration, planMigrations } from './migration-plan.ts'
import { TouchedTables } from './touched-tables.ts'

export interface Migrated {
  applied: string[]
  /** Where the data lie as they were before; null where there were none. */
  copy: string | null
  /** Told to stop before all was applied. What was applied is whole. */
  stopped: boolean
}

export interface MigrateOptions {
  migrations?: Migration[]
  /** Heeded between two migrations. */
  signal?: AbortSignal
  say?: (line: string) => void
}

/**
 * Brings a database file up to date, creating it when it is not there. Each migration and its row are one transaction:
 * a kill at any moment leaves whole migrations, and a rerun goes on from there. The table is Prisma's own, so its
 * command line can take over. Existing data are copied beside the file first.
 * @throws CannotBeDone where the file is none of the portal's, or of a newer portal, or a migration was changed
 */
export async function applyMigrations(file: string, options: MigrateOptions = {}): Promise<Migrated> {
  const known = options.migrations ?? readMigrations()
  if (!existsSync(file)) return create(file, known, options)
  assertDatabaseFile(file)
  const connection = openForMigrating(file)
  try {
    return await bringUpToDate(connection, file, known, options)
  } catch (fault) {
    throw inWords(fault, file)
  } finally {
    connection.close()
  }
}

/** @throws CannotBeDone where a command would meet tables that are not this portal's */
export function assertUpToDate(file: string): void {
  assertDatabaseFile(file)
  const connection = openForMigrating(file)
  try {
    const plan = planMigrations(readMigrations(), appliedTo(connection, file))
    if (!plan.can) throw new CannotBeDone(`${file} is left as it is. ${plan.sentence}`)
    if (plan.pending.length > 0) {
      throw new CannotBeDone(`${file} is of an older portal. Bring it up to date with migrate, which copies it first.`)
    }
  } catch (fault) {
    throw inWords(fault, file)
  } finally {
    connection.close()
  }
}

/** A new database is made aside and put in place when it is whole: a file that is there is never a beginning of one. */
async function create(file: string, known: Migration[], options: MigrateOptions): Promise<Migrated> {
  for (const left of [`${file}-wal`, `${file}-journal`]) {
    if (existsSync(left)) {
      throw new CannotBeDone(
        `There is no ${file}, but its log ${left} is there, with changes that belong to it. Put the database back beside it, or move the log away too.`,
      )
    }
  }
  const part = `${file}.new`
  removeDatabase(part)
  const connection = openForMigrating(part)
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.pragma('synchronous = OFF')
    const migrated = await bringUpToDate(connection, part, known, options)
    connection.close()
    if (migrated.stopped) removeDatabase(part)
    else putInPlace(part, file)
    return migrated
  } catch (fault) {
    connection.close()
    removeDatabase(part)
    throw inWords(fault, file)
  }
}

async function bringUpToDate(
  connection: Sqlite.Database,
  file: string,
  known: Migration[],
  { signal, say }: MigrateOptions,
): Promise<Migrated> {
  const plan = planMigrations(known, appliedTo(connection, file))
  if (!plan.can) throw new CannotBeDone(`${file} is left as it is. ${plan.sentence}`)
  const migrated: Migrated = { applied: [], copy: null, stopped: false }
  const [first] = plan.pending
  if (!first) return migrated
  if (hasData(connection)) {
    migrated.copy = copyBefore(first, connection, file)
    say?.(`The data as they were before the migration lie in ${migrated.copy}.`)
  }
  const broken = brokenReferences(connection)
  connection.exec(migrationTable)
  const faults = migrated.copy ? faultsBefore(connection) : null
  for (const migration of plan.pending) {
    // A signal is heard when the process has a moment.
    await new Promise(resolve => setImmediate(resolve))
    if (signal?.aborted) return { ...migrated, stopped: true }
    const rest =
      migration === plan.begun ? restOf(migration, knownBefore(migration, known), connection) : [migration.sql]
    if (!rest) {
      throw new CannotBeDone(
        `${file} was left halfway by the migration ${migration.name}, and how far it came cannot be seen. Restore the last backup.`,
      )
    }
    const touched = new TouchedTables(connection, migration.sql)
    const chained = tablesIn(connection).includes('RowSeal')
    applyWhole(connection, migration, rest, broken, () => {
      if (!migrated.copy) return
      // What the migration moved is sealed with it, and what was wrong before stays wrong. The one that begins the
      // chain seals everything, and the last one goes through everything once more.
      const among = chained && migration !== plan.pending.at(-1) ? touched.names() : undefined
      sealStanding(connection, new Date().toISOString(), `migration ${migration.name}`, faults, among)
    })
    migrated.applied.push(migration.name)
    say?.(`Applied ${migration.name}.`)
  }
  return migrated
}

/** One migration and its row: both are there afterwards, or neither. */
function applyWhole(
  connection: Sqlite.Database,
  migration: Migration,
  statements: string[],
  broken: number,
  afterwards: () => void,
): void {
  const startedAt = new Date().toISOString()
  try {
    connection.exec('BEGIN IMMEDIATE')
    for (const statement of statements) connection.exec(statement)
    if (!connection.inTransaction) throw new Error('The migration ends its own transaction.')
    afterwards()
    if (brokenReferences(connection) > broken) throw new Error('Rows would point at nothing.')
    connection
      .prepare('DELETE FROM _prisma_migrations WHERE migration_name = ? AND finished_at IS NULL')
      .run(migration.name)
    connection
      .prepare(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), checksumOf(migration.sql), new Date().toISOString(), migration.name, startedAt)
    connection.exec('COMMIT')
  } catch (fault) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    if (storageFault(fault)) throw fault
    const said = fault instanceof Error ? fault.message : String(fault)
    throw new CannotBeDone(`The migration ${migration.name} could not be applied, and nothing of it is: ${said}`)
  }
}

/** Foreign keys are looked after at the end of each migration: one that remakes a table takes it away for a moment. */
function openForMigrating(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5_000 })
  connection.pragma('foreign_keys = OFF')
  return connection
}

const brokenReferences = (connection: Sqlite.Database): number =>
  (connection.pragma('foreign_key_check') as unknown[]).length

function appliedTo(connection: Sqlite.Database, file: string): AppliedMigration[] {
  const tables = tablesIn(connection)
  if (!tables.includes('_prisma_migrations')) {
    if (tables.length > 0) throw new CannotBeDone(`${file} is a database, but not the portal's. It is left as it is.`)
    return []
  }
  return connection
    .prepare<[], { name: string; checksum: string; finished: number }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all()
    .map(row => ({ ...row, finished: row.finished === 1 }))
}

const migrationTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const tablesIn = (connection: Sqlite.Database): string[] =>
  connection
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()

const hasData = (connection: Sqlite.Database): boolean =>
  tablesIn(connection).some(
    table =>
      table !== '_prisma_migrations' && connection.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() !== undefined,
  )

const knownBefore = (migration: Migration, known: Migration[]): Migration[] =>
  known.filter(({ name }) => name < migration.name)

/**
 * The whole file as it stands, under a name that says what it is from before. A copy from an attempt that was cut off
 * is as good, if nothing has happened since: every change of the portal is an event.
 */
function copyBefore(first: Migration, connection: Sqlite.Database, file: string): string {
  const events = tablesIn(connection).includes('Event')
    ? connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM Event').pluck().get()
    : 0
  const copy = `${file}.before-${first.name}-at-event-${events}`
  if (existsSync(copy)) return copy
  const part = `${copy}.part`
  try {
    rmSync(part, { force: true })
    connection.prepare('VACUUM INTO ?').run(part)
    putInPlace(part, copy)
  } catch (fault) {
    rmSync(part, { force: true })
    const storage = storageFault(fault)
    if (!storage) throw fault
    throw new CannotBeDone(
      `${file} could not be copied to ${copy} before the migration. Nothing is changed. ${storage.advice}`,
    )
  }
  return copy
}
