import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { type MandateTerms, termsFaults } from './mandate-terms.ts'
import { areaRows, columnsOf, giverFault, notThere } from './store-terms.ts'

export interface AttachedProtocol {
  mandateId: number
  version: number
  protocol: IncomingFile | null
}

/** The protocol of a draft, or of a mandate that had none, in the caller's transaction: it may settle decisions that wait. */
export async function enterProtocol(
  tx: Tx,
  actor: Actor,
  { mandateId, version, protocol }: AttachedProtocol,
): Promise<NewEvent[]> {
  const mandate = await keptDraft(tx, actor, mandateId)
  if (mandate.sourceDocumentId !== null) throw brokenRule('Protokollen er allerede vedhæftet.', 'fil')
  if (!protocol) throw brokenRule('Vælg protokollen som fil.', 'fil')
  const document = await storeDocument(tx, actor, protocol)
  const saved = await tx.mandate.updateMany({
    where: { id: mandateId, version },
    data: { sourceDocumentId: document.id, activatedAt: mandate.activatedAt ?? actor.at, version: { increment: 1 } },
  })
  if (saved.count === 0) throw new Conflict({}, mandate.version)
  const after = { document: document.hash, activated: true }
  return [event('mandateActivated', 'mandate', mandateId, { after })]
}

export interface ChangedDraft extends MandateTerms {
  mandateId: number
  version: number
  bodyId: number
}

/** A draft is the keeper's own until its protocol is attached. What counts is never edited: another takes its place. */
export const changeDraft = (
  actor: Actor,
  { mandateId, version, bodyId, ...terms }: ChangedDraft,
): Promise<{ number: string }> =>
  write(actor, async tx => {
    const mandate = await keptDraft(tx, actor, mandateId)
    if (mandate.activatedAt !== null)
      throw brokenRule('Protokollen er vedhæftet, så mandatet kan ikke rettes. Afløs det med et nyt mandat.')
    refuseAll([
      ...termsFaults(terms, actor.today),
      await giverFault(tx, bodyId, mandate.organisation),
      ...(await notThere(tx, terms)),
    ])

    const saved = await tx.mandate.updateMany({
      where: { id: mandateId, version },
      data: { ...columnsOf(terms), bodyId, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ title: mandate.title }, mandate.version)
    const { subjectAreas, areas } = areaRows(terms)
    await tx.mandateSubjectArea.deleteMany({ where: { mandateId } })
    await tx.mandateArea.deleteMany({ where: { mandateId } })
    await tx.mandateSubjectArea.createMany({ data: subjectAreas.map(row => ({ ...row, mandateId })) })
    await tx.mandateArea.createMany({ data: areas.map(row => ({ ...row, mandateId })) })
    const after = { ...terms, bodyId }
    return {
      result: { number: mandate.number },
      events: [event('mandateDraftChanged', 'mandate', mandateId, { before: { title: mandate.title }, after })],
    }
  })

async function keptDraft(tx: Tx, actor: Actor, mandateId: number) {
  const mandate = await tx.mandate.findUnique({ where: { id: mandateId }, include: { organisation: true } })
  if (!mandate) throw notFound()
  requireRight(actor, 'keepMandates', { organisation: mandate.organisation })
  if (mandate.revokedFrom !== null) throw brokenRule('Mandatet er tilbagekaldt.')
  return mandate
}
