import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'

/**
 * SQL condition: a revision's draft may be read. It is the secretariats' own until both have signed off exactly its
 * text; then every party reads it, everywhere alike. `d` is the draft's alias.
 */
export const readableDrafts = (actor: Actor, d: string): string =>
  actor.system || inSecretariat(actor, null)
    ? '1 = 1'
    : `(SELECT count(DISTINCT s.side) FROM DraftSignOff s
        WHERE s.draftId = ${d}.id AND s.hash = ${d}.hash AND s.takenBackAt IS NULL) = 2`
