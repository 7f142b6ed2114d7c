import type { Database } from './database.ts'

/**
 * Keeps what was read from the database until anything is committed, by this process or another: for what everybody
 * who asks gets alike, before it is decided what of it a person may see. At most so many keys; the oldest goes first.
 */
export function untilCommit<Key, Value>(most: number, read: (database: Database, key: Key) => Value) {
  const kept = new WeakMap<Database, { version: number; values: Map<Key, Value> }>()
  return (database: Database, key: Key): Value => {
    const version = database.dataVersion()
    let now = kept.get(database)
    if (now?.version !== version) {
      now = { version, values: new Map() }
      kept.set(database, now)
    }
    const known = now.values.get(key)
    if (known !== undefined) return known
    const value = read(database, key)
    const oldest = now.values.keys().next()
    if (now.values.size >= most && !oldest.done) now.values.delete(oldest.value)
    now.values.set(key, value)
    return value
  }
}

/**
 * The same of what takes more than one turn to read. A reading that failed is not kept: a page must not stay broken until
 * somebody writes. What it is read with is given at the call, and is alike for one key.
 */
export function untilCommitLater<Key, Value, Given extends unknown[] = []>(
  most: number,
  read: (database: Database, key: Key, ...given: Given) => Promise<Value>,
) {
  const cells = untilCommit<Key, { reading: Promise<Value> | null }>(most, () => ({ reading: null }))
  return (database: Database, key: Key, ...given: Given): Promise<Value> => {
    const cell = cells(database, key)
    cell.reading ??= read(database, key, ...given).catch(fault => {
      cell.reading = null
      throw fault
    })
    return cell.reading
  }
}

/** The same, made by what is handed at the call, which is alike for one key. */
export function untilCommitMade<Value>(most: number) {
  const cells = untilCommit<string, { made: { value: Value } | null }>(most, () => ({ made: null }))
  return (database: Database, key: string, make: () => Value): Value => {
    const cell = cells(database, key)
    cell.made ??= { value: make() }
    return cell.made.value
  }
}
