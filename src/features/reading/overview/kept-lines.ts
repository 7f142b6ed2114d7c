import type { Actor } from '../../../access/actor.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'

/** People whose lines are kept at a time. */
const most = 300

const kept = untilCommit<string, { lines: readonly WaitingLine[] | null }>(most, () => ({ lines: null }))

/**
 * What waits for a person, of every feature, in its order. It follows from what is stored, the person and the day, and
 * is the page that people come back to most: it is worked out anew when anything was committed.
 */
export function linesFor(actor: Actor, sources: readonly WaitingLines[]): readonly WaitingLine[] {
  const cell = kept(actor.database, `${actor.personId} ${actor.today}`)
  cell.lines ??= sources.flatMap(({ lines }) => lines(actor))
  return cell.lines
}
