import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { mandateOf } from '../stored-mandate.ts'
import { type EarlierDraw, earlierDrawFaults } from './earlier-draw-rules.ts'

export interface EnteredDraw extends EarlierDraw {
  mandateId: number
  version: number
  /** What tells of it, where it is at hand. */
  document: IncomingFile | null
}

/**
 * What was drawn on a mandate before the portal: an entry of its own kind, which counts in what remains and belongs to
 * no decision.
 */
export async function enterEarlierDraw(tx: Tx, actor: Actor, given: EnteredDraw): Promise<NewEvent[]> {
  const { mandateId, version, amount, day, document } = given
  const text = given.text.trim()
  const mandate = await keptMandate(tx, actor, mandateId)
  const recordedFrom = cooperationOf(actor.database).recordedFrom ?? actor.today
  refuseAll(earlierDrawFaults(mandate, { amount, day, text }, recordedFrom))
  await takeVersion(tx, mandate, version)
  const stored = document ? await storeDocument(tx, actor, document) : null
  await tx.mandateEntry.create({
    data: {
      mandateId,
      kind: 'EARLIER_DRAW',
      amount: BigInt(amount),
      at: actor.at,
      note: text,
      sourceDay: day,
      sourceDocumentId: stored?.id ?? null,
    },
  })
  const after = { amount, day, text, document: stored?.hash ?? null }
  return [event('earlierDrawEntered', 'mandate', mandateId, { after })]
}

export interface ReversedDraw {
  mandateId: number
  version: number
  entryId: number
  reason: string
}

/** An entry from before the portal that was wrong is never edited: its opposite stands beside it. */
export async function reverseEarlierDraw(tx: Tx, actor: Actor, given: ReversedDraw): Promise<NewEvent[]> {
  const { mandateId, version, entryId } = given
  const reason = given.reason.trim()
  const mandate = await keptMandate(tx, actor, mandateId)
  const entry = await tx.mandateEntry.findUnique({ where: { id: entryId }, include: { reversedBy: true } })
  if (entry?.mandateId !== mandateId || entry.kind !== 'EARLIER_DRAW') throw notFound()
  if (entry.reversedBy) throw brokenRule('Posteringen er allerede tilbageført.')
  if (reason === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
  await takeVersion(tx, mandate, version)
  const { amount, sourceDay } = entry
  await tx.mandateEntry.create({
    data: { mandateId, kind: 'EARLIER_RELEASE', amount, at: actor.at, note: reason, sourceDay, reversesId: entryId },
  })
  const change = { before: { amount, day: sourceDay, text: entry.note }, after: { reason } }
  return [event('earlierDrawReversed', 'mandate', mandateId, change)]
}

async function keptMandate(tx: Tx, actor: Actor, id: number) {
  const mandate = await tx.mandate.findUnique({ where: { id }, include: { organisation: true } })
  if (!mandate) throw notFound()
  requireRight(actor, 'keepMandates', { organisation: mandate.organisation })
  return mandateOf(mandate)
}

type Kept = Awaited<ReturnType<typeof keptMandate>>

async function takeVersion(tx: Tx, mandate: Kept, version: number): Promise<void> {
  const where = { id: mandate.id, version }
  const saved = await tx.mandate.updateMany({ where, data: { version: { increment: 1 } } })
  if (saved.count === 0) throw new Conflict({ amount: '', text: '', reason: '' }, mandate.version)
}
