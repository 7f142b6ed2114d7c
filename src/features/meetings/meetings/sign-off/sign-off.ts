import type { Actor } from '../../../../access/actor.ts'
import { type BodySubject, requireRight } from '../../../../access/policy.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { judgeSignOff, type Side, type SignedContent, type SignOffFacts } from './sign-off-rules.ts'

export interface SignOffInput {
  meetingId: number
  body: BodySubject
  content: SignedContent
  /** Hash of what the person saw: the form carries it. */
  shownHash: string
  /** Hash of the content as it stands in this transaction. */
  currentHash: string
}

/** The side that the person signs off for: the secretariat where he or she has a seat today. */
export function sideOf(actor: Actor, body: { side: Side | null }): Side | null {
  const sides = actor.seats.filter(seat => seat.bodyKind === 'SECRETARIAT').map(seat => seat.bodySide)
  return sides.find(side => side !== null && (body.side === null || side === body.side)) ?? null
}

/**
 * R60: signs off exactly the content that was shown, for the person's own secretariat only.
 * @returns whether every side that must has now signed off this content
 * @throws Refusal when the content is another than what was shown
 */
export async function giveSignOff(
  tx: Tx,
  actor: Actor,
  input: SignOffInput,
): Promise<{ complete: boolean; side: Side }> {
  const { meetingId, body, content, shownHash, currentHash } = input
  requireRight(actor, 'signOff', { body })
  const side = sideOf(actor, body)
  const signOffs = (await tx.signOff.findMany({ where: { meetingId, content } })) as SignOffFacts[]
  const verdict = judgeSignOff({ side, body, shownHash, currentHash, signOffs })
  if (!verdict.allowed || side === null || actor.personId === null) {
    throw brokenRule(verdict.allowed ? 'Kun en person kan godkende.' : verdict.reason)
  }
  await tx.signOff.create({
    data: { meetingId, content, side, personId: actor.personId, hash: currentHash, at: actor.at },
  })
  return { complete: verdict.complete, side }
}

/** Any edit voids the sign-offs given since `since` (all of them when left out). Returns how many. */
export async function voidSignOffs(
  tx: Tx,
  actor: Actor,
  input: { meetingId: number; content: SignedContent; reason: string; since?: string | null; side?: Side },
): Promise<number> {
  const { meetingId, content, reason, since, side } = input
  const { count } = await tx.signOff.updateMany({
    where: { meetingId, content, voidedAt: null, ...(since ? { at: { gte: since } } : {}), ...(side ? { side } : {}) },
    data: { voidedAt: actor.at, voidedReason: reason },
  })
  return count
}
