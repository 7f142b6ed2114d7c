import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import Sqlite from 'better-sqlite3'

/** A folder of prisma/migrations: its name and its SQL. */
export interface Migration {
  name: string
  sql: string
}

/**
 * Brings a database file up to date, creating it when it is not there. Keeps Prisma's own `_prisma_migrations` table,
 * so the ordinary command line can take over. A database that is up to date is only read.
 */
export async function applyMigrations(file: string): Promise<void> {
  const migrations = readMigrations()
  if (isUpToDate(file, migrations)) return
  const { withSchemaEngine } = await import('./schema-engine.ts')
  await withSchemaEngine(file, engine =>
    engine.applyMigrations({
      migrationsList: migrationList(migrations),
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
}

/** The migrations in the order in which they apply. */
export function readMigrations(): Migration[] {
  const folder = join(projectRoot(), 'prisma', 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => ({ name: entry.name, sql: readFileSync(join(folder, entry.name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function migrationList(migrations: Migration[]): MigrationList {
  const folder = join(projectRoot(), 'prisma', 'migrations')
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** The repository's folder, from the sources and from the build alike. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'prisma', 'migrations'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder prisma/migrations was not found.')
    folder = above
  }
  return folder
}

/** Starting the engine costs half a second; most starts have nothing to apply. */
function isUpToDate(file: string, migrations: Migration[]): boolean {
  if (!existsSync(file)) return false
  const connection = new Sqlite(file, { readonly: true })
  try {
    const table = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get()
    if (!table) return false
    const applied = connection
      .prepare<[], { name: string; checksum: string }>(
        `SELECT migration_name AS name, checksum FROM _prisma_migrations
         WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
      )
      .all()
    return (
      applied.length === migrations.length &&
      migrations.every(({ name, sql }, i) => applied[i]?.name === name && applied[i]?.checksum === checksumOf(sql))
    )
  } finally {
    connection.close()
  }
}

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')
