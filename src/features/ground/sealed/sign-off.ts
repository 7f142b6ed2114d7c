import type { Actor, Side } from '../../../access/actor.ts'
import { type Right, requireRight, type Subject } from '../../../access/policy.ts'
import type { Instant } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { judgeSignOff, type Ownership, type SignOffFacts, secretariatNames } from './sign-off-rules.ts'

/** Where the sign-offs of one thing are kept, in the transaction of the act. */
export interface SignOffTable {
  /** All that were given, those that stand no more too. */
  given(): Promise<readonly SignOffFacts[]>
  store(row: { side: Side; personId: number; hash: string; at: Instant }): Promise<unknown>
  /** Voids those that stand: of one side, or given from `since` on, where that is said. @returns how many */
  void(by: { at: Instant; reason: string; side?: Side; since?: string | null }): Promise<number>
}

/** What is signed off, and by which right. */
export interface SignedThing {
  table: SignOffTable
  of: Ownership
  right: Right
  subject?: Subject
}

/** The side that the person signs off for: the secretariat where he or she has a seat today. */
export function sideOf(actor: Actor, of: Ownership): Side | null {
  const sides = actor.seats.filter(seat => seat.bodyKind === 'SECRETARIAT').map(seat => seat.bodySide)
  return sides.find(side => side !== null && (of.side === null || side === of.side)) ?? null
}

/**
 * R60: signs off exactly the content that was shown, for the person's own secretariat only.
 * @param shown hash of what the person saw: the form carries it
 * @param current hash of the content as it stands in this transaction
 * @returns whether every side that must has now signed off this content
 * @throws Refusal when the content is another than what was shown
 */
export async function giveSignOff(
  actor: Actor,
  { table, of, right, subject }: SignedThing,
  { shown, current, what }: { shown: string; current: string; what?: string },
): Promise<{ complete: boolean; side: Side }> {
  requireRight(actor, right, subject)
  const side = sideOf(actor, of)
  const signOffs = await table.given()
  const verdict = judgeSignOff({ side, of, shownHash: shown, currentHash: current, signOffs, what })
  if (!verdict.allowed) throw brokenRule(verdict.objection.sentence)
  if (side === null || actor.personId === null) throw brokenRule('Kun en person kan godkende.')
  await table.store({ side, personId: actor.personId, hash: current, at: actor.at })
  return { complete: verdict.complete, side }
}

/**
 * A secretariat takes its own sign-off back.
 * @param since only one that was given from then on
 * @param none what is said where there is none to take back
 * @returns for which side, and the reason that is kept with it
 */
export async function withdrawSignOff(
  actor: Actor,
  { table, of, right, subject }: SignedThing,
  { since, none }: { since?: string | null; none: string },
): Promise<{ side: Side; reason: string }> {
  requireRight(actor, right, subject)
  const side = sideOf(actor, of)
  if (side === null) throw brokenRule(none)
  const reason = `${secretariatNames[side]} har trukket sin godkendelse tilbage`
  if ((await table.void({ at: actor.at, reason, side, since })) === 0) throw brokenRule(none)
  return { side, reason }
}
