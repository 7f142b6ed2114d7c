import { checksumOf, type Migration } from './migration-list.ts'

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
}

export type Plan =
  | {
      can: true
      pending: Migration[] /** Begun by an older portal, which did not finish it. */
      begun: Migration | null
    }
  | { can: false; sentence: string }

/** What is left to apply to a database, or why this portal must leave it alone. */
export function planMigrations(known: Migration[], applied: AppliedMigration[]): Plan {
  const byName = new Map(known.map(migration => [migration.name, migration]))
  const newest = known.at(-1)?.name ?? ''
  const unknown = applied.filter(({ name }) => !byName.has(name)).map(({ name }) => name)
  const later = unknown.filter(name => name > newest)
  if (later.length > 0) {
    return refused(
      `The database is of a newer portal than this one: it has ${listed(later)}. Start that version, or restore a backup of this one's time.`,
    )
  }
  if (unknown.length > 0) {
    return refused(
      `The database has ${listed(unknown)}, which this portal does not have. Start the version that made it.`,
    )
  }
  for (const { name, checksum } of applied) {
    const migration = byName.get(name)
    if (migration && checksum !== checksumOf(migration.sql)) {
      return refused(
        `The migration ${name} is not the one that was applied to the database: its file was changed since. Put back prisma/migrations as it was released, and make a change as a new migration.`,
      )
    }
  }
  const finished = new Set(applied.filter(row => row.finished).map(row => row.name))
  const begun = applied.filter(row => !row.finished && !finished.has(row.name)).map(row => row.name)
  if (begun.length > 1)
    return refused(`The database has several unfinished migrations: ${listed(begun)}. Restore a backup.`)
  const pending = known.filter(({ name }) => !finished.has(name))
  const [name] = begun
  if (name && pending[0]?.name !== name) {
    return refused(`The migration ${name} was begun before those that come ahead of it. Restore a backup.`)
  }
  return { can: true, pending, begun: name ? (byName.get(name) ?? null) : null }
}

const refused = (sentence: string): Plan => ({ can: false, sentence })
const listed = (names: string[]): string => names.join(', ')
