import type { Actor } from '../../../../access/actor.ts'
import type { NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { giveOneOffMandate } from '../../mandates/index.ts'
import { kindOf } from './pending-decision.ts'
import { referralOf } from './stored-rows.ts'

/**
 * What an approval gives: for each organisation that was asked about, a mandate for this decision alone and exactly what
 * was asked. So an approval never covers what the deciding body was not asked about.
 */
export async function giveOneOffs(
  tx: Tx,
  actor: Actor,
  referralId: number,
): Promise<{ mandateIds: number[]; events: NewEvent[] }> {
  const stored = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    include: { decision: true, cells: { orderBy: { id: 'asc' } } },
  })
  const referral = referralOf(stored)
  const { bodyId, answeredOn, decision } = referral
  const mandateIds: number[] = []
  const events: NewEvent[] = []
  if (bodyId === null || answeredOn === null) return { mandateIds, events }
  for (const organisationId of new Set(referral.cells.map(cell => cell.organisationId))) {
    const cells = referral.cells.filter(cell => cell.organisationId === organisationId)
    const amount = cells.find(cell => cell.amount !== null)?.amount ?? null
    const given = await giveOneOffMandate(tx, actor, {
      decisionId: decision.id,
      organisationId,
      bodyId,
      title: `Godkendelse af beslutning ${decision.number}`,
      kinds: cells.map(cell => kindOf[cell.kind]),
      amount: amount === null ? null : Number(amount),
      sourceDay: answeredOn,
      sourceItem: referral.protocolItem ?? '',
      sourceNote: `Svar på forelæggelse ${referral.number}.`,
      sourceDocumentId: referral.documentId,
    })
    mandateIds.push(given.id)
    events.push(given.event)
  }
  return { mandateIds, events }
}
