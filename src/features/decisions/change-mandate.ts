import type { Actor } from '../../access/actor.ts'
import { write } from '../../database/write.ts'
import { enterRevocation, type Revocation } from '../mandates/index.ts'

/**
 * Revokes a mandate from a day. Decisions in effect stay as they are; those that still wait are checked again in the
 * same transaction.
 */
export const revokeMandate = (actor: Actor, revocation: Revocation): Promise<void> =>
  write(actor, async tx => ({ result: undefined, events: await enterRevocation(tx, actor, revocation) }))
