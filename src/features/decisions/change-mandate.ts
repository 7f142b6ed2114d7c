import type { Actor } from '../../access/actor.ts'
import { write } from '../../database/write.ts'
import {
  enterRevocation,
  enterSupersession,
  type RegisteredMandate,
  type Revocation,
  type Supersession,
} from '../mandates/index.ts'
import { settleTouched } from './settle-pending.ts'

/**
 * Revokes a mandate from a day. Decisions in effect stay as they are; those that still wait are checked again in the
 * same transaction.
 */
export const revokeMandate = (actor: Actor, revocation: Revocation): Promise<void> =>
  write(actor, async tx => {
    const revoked = await enterRevocation(tx, actor, revocation)
    const settled = await settleTouched(tx, actor, revocation.mandateId, 'revoked')
    return { result: undefined, events: [...revoked, ...settled] }
  })

/** Gives a mandate another in its place. Decisions that still wait are checked again in the same transaction. */
export const supersedeMandate = (actor: Actor, given: Supersession): Promise<RegisteredMandate> =>
  write(actor, async tx => {
    const { mandate, events } = await enterSupersession(tx, actor, given)
    const settled = await settleTouched(tx, actor, given.mandateId, 'superseded')
    return { result: mandate, events: [...events, ...settled] }
  })
