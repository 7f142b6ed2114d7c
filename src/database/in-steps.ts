import { setImmediate as turn } from 'node:timers/promises'
import type { Pause } from './one-state.ts'

/** The rows of a list that are looked through in one turn, and where the next turn goes on. */
export interface Step<Row, Key> {
  /** The key of the last row that the step after this key looks through; null: it reaches the list's end. */
  end(after: Key | null): Key | null
  /** Those that were asked for, after the one key and up to the other, in the list's order. */
  rows(after: Key | null, end: Key | null): Row[]
}

/**
 * The first rows of a list by a condition that no index answers: tens of thousands may be looked through for one. It is
 * done in steps, and others are answered between them.
 */
export async function inSteps<Row, Key>(
  most: number,
  start: Key | null,
  step: Step<Row, Key>,
  pause: Pause = turn,
): Promise<Row[]> {
  const found: Row[] = []
  for (let after = start; ; await pause()) {
    const end = step.end(after)
    found.push(...step.rows(after, end))
    if (end === null || found.length >= most) return found.slice(0, most)
    after = end
  }
}
