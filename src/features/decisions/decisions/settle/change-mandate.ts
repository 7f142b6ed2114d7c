import type { Actor } from '../../../../access/actor.ts'
import { write } from '../../../../database/write.ts'
import {
  type Adjustment,
  type AttachedProtocol,
  type EnteredDraw,
  enterAdjustment,
  enterEarlierDraw,
  enterMandate,
  enterProtocol,
  enterRevocation,
  enterSupersession,
  type NewMandate,
  type RegisteredMandate,
  type ReversedDraw,
  type Revocation,
  reverseEarlierDraw,
  type Supersession,
} from '../../mandates/index.ts'
import { type SettledByMandate, settleCovered } from './covered-meanwhile.ts'
import { settleTouched } from './settle-pending.ts'

/** What changes a mandate's force is done here, for decisions that still wait are settled in the same transaction. */

type Settled = Pick<SettledByMandate, 'tookEffect'>

/** A mandate as its deciding body gave it, entered by the organisation's keeper (R65–R67). A draft covers nothing yet. */
export const registerMandate = (actor: Actor, given: NewMandate): Promise<RegisteredMandate & Settled> =>
  write(actor, async tx => {
    const { mandate, events } = await enterMandate(tx, actor, given)
    if (!mandate.activated) return { result: { ...mandate, tookEffect: [] }, events }
    const { tookEffect, ...settled } = await settleCovered(tx, actor, mandate.id)
    return { result: { ...mandate, tookEffect }, events: [...events, ...settled.events] }
  })

/** The deciding body's protocol is attached: from now on the draft is a mandate, for the days that it is given for. */
export const attachProtocol = (actor: Actor, given: AttachedProtocol): Promise<Settled> =>
  write(actor, async tx => {
    const attached = await enterProtocol(tx, actor, given)
    const { tookEffect, events } = await settleCovered(tx, actor, given.mandateId)
    return { result: { tookEffect }, events: [...attached, ...events] }
  })

/** The deciding body raises or lowers a mandate's total: an entry in its ledger, never an edit, and never below what is drawn. */
export const adjustTotal = (actor: Actor, given: Adjustment): Promise<Settled> =>
  write(actor, async tx => {
    const adjusted = await enterAdjustment(tx, actor, given)
    if (given.kind === 'LOWER') return { result: { tookEffect: [] }, events: adjusted }
    const { tookEffect, events } = await settleCovered(tx, actor, given.mandateId)
    return { result: { tookEffect }, events: [...adjusted, ...events] }
  })

/** What was drawn before the portal: decisions that wait see less left when they are checked again. */
export const drawEarlier = (actor: Actor, given: EnteredDraw): Promise<void> =>
  write(actor, async tx => ({ result: undefined, events: await enterEarlierDraw(tx, actor, given) }))

/** Its opposite, where it was entered wrongly: there is more left, and a decision that waited for that takes effect. */
export const takeBackEarlier = (actor: Actor, given: ReversedDraw): Promise<Settled> =>
  write(actor, async tx => {
    const reversed = await reverseEarlierDraw(tx, actor, given)
    const { tookEffect, events } = await settleCovered(tx, actor, given.mandateId)
    return { result: { tookEffect }, events: [...reversed, ...events] }
  })

/** Revokes a mandate from a day. Decisions in effect stay as they are; those that still wait are checked again. */
export const revokeMandate = (actor: Actor, revocation: Revocation): Promise<void> =>
  write(actor, async tx => {
    const revoked = await enterRevocation(tx, actor, revocation)
    const settled = await settleTouched(tx, actor, revocation.mandateId, 'revoked')
    return { result: undefined, events: [...revoked, ...settled] }
  })

/** Gives a mandate another in its place. Decisions that wait are checked again without the old, then with the new. */
export const supersedeMandate = (actor: Actor, given: Supersession): Promise<RegisteredMandate & Settled> =>
  write(actor, async tx => {
    const { mandate, events } = await enterSupersession(tx, actor, given)
    const touched = await settleTouched(tx, actor, given.mandateId, 'superseded')
    const { tookEffect, ...settled } = await settleCovered(tx, actor, mandate.id)
    return { result: { ...mandate, tookEffect }, events: [...events, ...touched, ...settled.events] }
  })
