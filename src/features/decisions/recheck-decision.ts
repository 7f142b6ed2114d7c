import type { Actor } from '../../access/actor.ts'
import { requireRight } from '../../access/policy.ts'
import { event, type NewEvent } from '../../database/events.ts'
import { type Tx, write } from '../../database/write.ts'
import { brokenRule, notFound } from '../../kernel/refusal.ts'
import { checkOn, loadDecision, referralFactsOf } from './pending-decision.ts'
import { settlePending } from './settle-pending.ts'
import { gapsIn } from './settle-rules.ts'

/**
 * A secretariat has a waiting decision checked again: a mandate may have come, or a revocation taken force. A body that
 * was asked and need not answer any longer, since all it was asked about is covered by other means, is asked no more.
 */
export const recheckDecision = (actor: Actor, decisionId: number): Promise<{ state: string }> =>
  write(actor, async tx => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId }, include: { body: true } })
    if (!decision) throw notFound()
    requireRight(actor, 'recordDecision', { body: decision.body })
    if (decision.state !== 'CONDITIONAL') throw brokenRule('Beslutningen venter ikke på noget.')
    const withdrawn = await withdrawCovered(tx, actor, decisionId)
    const settled = await settlePending(tx, actor, decisionId, 'asked')
    const { state } = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } })
    return { result: { state }, events: [...withdrawn, ...settled] }
  })

async function withdrawCovered(tx: Tx, actor: Actor, decisionId: number): Promise<NewEvent[]> {
  const decision = await loadDecision(tx, decisionId)
  const open = new Set(
    gapsIn(await checkOn(tx, decision, actor.today)).map(({ organisationId, kind }) => `${organisationId}/${kind}`),
  )
  const why = 'Det, der blev spurgt om, er i mellemtiden dækket af mandat.'
  const events: NewEvent[] = []
  for (const { id, state, cells } of referralFactsOf(decision)) {
    const asked = cells.some(({ organisationId, kind }) => open.has(`${organisationId}/${kind}`))
    if (state !== 'OPEN' || asked) continue
    const { number } = await tx.referral.update({
      where: { id },
      data: { withdrawnAt: actor.at, withdrawnWhy: why, version: { increment: 1 } },
    })
    events.push(event('referralWithdrawn', 'referral', id, { after: { number, why } }))
  }
  return events
}
