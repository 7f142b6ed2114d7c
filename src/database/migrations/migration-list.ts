import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder of prisma/migrations: its name and its SQL. */
export interface Migration {
  name: string
  sql: string
}

/** The migrations in the order in which they apply. */
export function readMigrations(): Migration[] {
  const folder = join(projectRoot(), 'prisma', 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => ({ name: entry.name, sql: readFileSync(join(folder, entry.name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** As Prisma has it in its table. */
export const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

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
