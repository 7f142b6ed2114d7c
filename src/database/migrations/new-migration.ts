import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { projectRoot } from './migration-list.ts'
import { applyMigrations } from './migrations.ts'
import { withSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that takes a database with every migration applied to what prisma/schema says; empty when they agree.
 * What Prisma has no words for (search tables, triggers) stands in migrations alone and is left out.
 */
export async function schemaDifference(): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'schema-'))
  const file = join(scratch, 'all-migrations.db')
  try {
    await applyMigrations(file)
    const schema = join(projectRoot(), 'prisma', 'schema')
    const files = readdirSync(schema)
      .map(name => join(schema, name))
      .map(path => ({ path, content: readFileSync(path, 'utf8') }))
    const externalTables = searchTables(file)
    const { stdout } = await withSchemaEngine(file, engine =>
      engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: projectRoot() },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: { externalTables, externalEnums: [] },
      }),
    )
    return (stdout ?? '').replace(/^-- This is an empty migration\.\s*/, '').trim()
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Writes prisma/migrations/<stamp>_<name>/migration.sql and returns its path; null when there is nothing to change. */
export async function writeNewMigration(name: string, now: Date): Promise<string | null> {
  const sql = await schemaDifference()
  if (sql === '') return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(projectRoot(), 'prisma', 'migrations', `${stamp}_${name}`)
  mkdirSync(folder)
  const file = join(folder, 'migration.sql')
  writeFileSync(file, `${sql}\n`)
  return file
}

/** Full-text tables and the tables in which SQLite keeps them. */
function searchTables(file: string): string[] {
  const connection = new Sqlite(file, { readonly: true })
  const tables = connection
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow')")
    .pluck()
    .all()
  connection.close()
  return tables
}

/** npm run db:new-migration NAME */
if (process.argv[1]?.endsWith('new-migration.js')) {
  const name = process.argv[2] ?? ''
  if (!/^[a-z0-9_]+$/.test(name)) {
    process.stderr.write('Name it in lower case with underscores: npm run db:new-migration add_phone_to_person\n')
    process.exitCode = 2
  } else {
    const file = await writeNewMigration(name, new Date())
    process.stdout.write(
      file ? `Wrote ${file}. Read it before you commit it.\n` : 'The schema and the migrations agree.\n',
    )
  }
}
