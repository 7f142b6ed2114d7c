import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { ConsequenceKind } from '../mandate-rules.ts'
import { nextMandateNumber } from './register-mandate.ts'

export interface OneOffMandate {
  decisionId: number
  organisationId: number
  /** The deciding body that approved. */
  bodyId: number
  title: string
  /** What it was asked about; an economic one with its whole amount in øre. */
  kinds: ConsequenceKind[]
  amount: number | null
  /** The body's meeting, and the item there. */
  sourceDay: Day
  sourceItem: string
  sourceNote: string
  sourceDocumentId: number | null
}

/**
 * What a deciding body's approval of one decision gives: a mandate for that decision alone, exactly as far as was asked.
 * It is the approval's effect, so whoever may enter the approval, or accept its conditions, may cause it.
 */
export async function giveOneOffMandate(
  tx: Tx,
  actor: Actor,
  given: OneOffMandate,
): Promise<{ id: number; number: string; event: NewEvent }> {
  const amount = given.kinds.includes('economic') && given.amount !== null ? BigInt(given.amount) : null
  const { decisionId, kinds, amount: _asked, ...told } = given
  const { id, number } = await tx.mandate.create({
    data: {
      ...told,
      onlyDecisionId: decisionId,
      template: 'ONE_OFF',
      economic: kinds.includes('economic'),
      legal: kinds.includes('legal'),
      organisational: kinds.includes('organisational'),
      limitPerDecision: amount,
      total: amount,
      from: given.sourceDay,
      to: null,
      number: await nextMandateNumber(tx, actor),
      registeredById: personIdOf(actor),
      registeredAt: actor.at,
      activatedAt: actor.at,
    },
  })
  const after = { ...told, number, kinds, amount, onlyDecision: decisionId }
  return { id, number, event: event('mandateRegistered', 'mandate', id, { after }) }
}
