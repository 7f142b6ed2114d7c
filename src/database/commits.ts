import type { Database } from './database.ts'
import type { NewEvent } from './events.ts'

/** Told of each change once it is committed, and of nothing that was rolled back. */
export type HearsOfCommits = (events: readonly NewEvent[], by: number | null) => void

const listeners = new WeakMap<Database, Set<HearsOfCommits>>()

/** Only this process's own changes are heard of. A listener that fails keeps nobody's change from being answered. */
export function onCommit(database: Database, hears: HearsOfCommits): void {
  const known = listeners.get(database) ?? new Set()
  known.add(hears)
  listeners.set(database, known)
}

/** Said by write() alone, after its transaction. */
export function committed(database: Database, events: readonly NewEvent[], by: number | null): void {
  const known = listeners.get(database)
  if (!known || events.length === 0) return
  setImmediate(() => {
    for (const hears of known) hears(events, by)
  })
}
