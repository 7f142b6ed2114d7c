import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { kronerInText, type Oere } from '../../../../kernel/money.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { remainingOf } from '../mandate-amounts.ts'
import { mandateStateOn } from '../mandate-period.ts'
import { mandateOf } from '../stored-mandate.ts'

export interface Adjustment {
  mandateId: number
  version: number
  kind: 'RAISE' | 'LOWER'
  /** In øre, more than 0. */
  amount: Oere
  /** The deciding body's meeting, and the item there. */
  sourceDay: Day
  sourceItem: string
  /** The protocol: a raise needs it, for like a mandate it gives more; without one a lowering takes effect all the same. */
  protocol: IncomingFile | null
  reason: string
}

/** An entry in the mandate's ledger, in the caller's transaction: a raise may settle decisions that wait. */
export async function enterAdjustment(tx: Tx, actor: Actor, given: Adjustment): Promise<NewEvent[]> {
  const { mandateId, version, kind, amount, sourceDay, sourceItem, protocol, reason } = given
  const stored = await tx.mandate.findUnique({ where: { id: mandateId }, include: { organisation: true } })
  if (!stored) throw notFound()
  const mandate = mandateOf(stored)
  requireRight(actor, 'keepMandates', { organisation: mandate.organisation })
  if (mandate.total === null) throw brokenRule('Mandatet har ingen ramme, der kan hæves eller sænkes.')
  const state = mandateStateOn(mandate, actor.today)
  if (state === 'DRAFT') throw brokenRule('Mandatet er en kladde. Ret kladden i stedet.')
  if (state !== 'IN_FORCE' && state !== 'COMING')
    throw brokenRule('Mandatet gælder ikke længere, så rammen kan ikke ændres.')
  if (amount <= 0) throw brokenRule('Beløbet skal være større end 0 kr.', 'amount')
  if (sourceDay > actor.today) throw brokenRule('»Mødedato« kan ikke ligge efter i dag.', 'sourceDay')
  if (sourceItem.trim() === '') throw brokenRule('Feltet »Punkt« skal udfyldes.', 'sourceItem')
  if (kind === 'RAISE' && !protocol)
    throw brokenRule('Vedhæft protokollen. En højere ramme gælder først, når den er vedhæftet.', 'fil')
  const left = remainingOf(mandate)
  if (kind === 'LOWER' && left !== null && amount > left)
    throw brokenRule(`Rammen kan højst sænkes med resten: ${kronerInText(left)}`, 'amount')

  const saved = await tx.mandate.updateMany({
    where: { id: mandateId, version },
    data: { version: { increment: 1 } },
  })
  if (saved.count === 0) throw new Conflict({ amount: '', reason: '' }, mandate.version)
  const document = protocol ? await storeDocument(tx, actor, protocol) : null
  await tx.mandateEntry.create({
    data: {
      mandateId,
      kind,
      amount: BigInt(amount),
      at: actor.at,
      note: reason.trim(),
      sourceDay,
      sourceItem,
      sourceDocumentId: document?.id ?? null,
    },
  })
  const after = { kind, amount, sourceDay, sourceItem, document: document?.hash ?? null, reason }
  return [event('mandateAdjusted', 'mandate', mandateId, { after })]
}
