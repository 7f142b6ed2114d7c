import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { listDanish } from '../../../../kernel/text.ts'
import type { MandateCheck } from '../../mandates/index.ts'
import { type LoadedDecision, loadDecision } from './load-decisions.ts'
import { checkOn, referralFactsOf } from './pending-decision.ts'
import { settlePending, waitingOn } from './settle-pending.ts'
import { coveredMeanwhile, coveringIn, waitsForNothingElse } from './settle-rules.ts'

/** Nobody is asked any longer about what has been covered since: the open referrals with nothing else in them. */
export async function withdrawCovered(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  check: MandateCheck,
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const { id, cells } of coveredMeanwhile({ check, referrals: referralFactsOf(decision) })) {
    const why = `Det, der blev spurgt om, er i mellemtiden dækket af mandat ${listDanish(coveringIn(check, cells))}.`
    const { number } = await tx.referral.update({
      where: { id },
      data: { withdrawnAt: actor.at, withdrawnWhy: why, version: { increment: 1 } },
    })
    events.push(event('referralWithdrawn', 'referral', id, { after: { number, why } }))
  }
  return events
}

export interface SettledByMandate {
  /** The numbers of the decisions that took effect. */
  tookEffect: string[]
  events: NewEvent[]
}

/**
 * A deciding body has given a mandate, or a larger one. What waits for nothing but what mandates cover by now takes
 * effect that day: the body has said what it was asked to say. A decision that lacks anything else is left as it is,
 * and whoever was asked is still to answer.
 */
export async function settleCovered(tx: Tx, actor: Actor, mandateId: number): Promise<SettledByMandate> {
  const tookEffect: string[] = []
  const events: NewEvent[] = []
  for (const id of await waitingOn(tx, mandateId)) {
    const decision = await loadDecision(rowReaderIn(tx), id)
    if (decision.state !== 'CONDITIONAL') continue
    const check = await checkOn(rowReaderIn(tx), decision, actor.today)
    if (!waitsForNothingElse({ check, referrals: referralFactsOf(decision) })) continue
    events.push(...(await withdrawCovered(tx, actor, decision, check)))
    events.push(...(await settlePending(tx, actor, id, 'covered')))
    tookEffect.push(decision.number)
  }
  return { tookEffect, events }
}
