import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { nextNumber, type Tx } from '../../../../database/write.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { type MandateTerms, termsFaults } from './mandate-terms.ts'
import { areaRows, columnsOf, giverFault, notThere } from './store-terms.ts'

export interface NewMandate extends MandateTerms {
  organisationId: number
  /** The deciding body that gave it (R66). */
  bodyId: number
  /** The protocol, when it is at hand; without one the mandate is a draft, which covers nothing. */
  sourceDocument?: IncomingFile | null
  /** The protocol, when the portal has it already. */
  sourceDocumentId?: number | null
}

export interface RegisteredMandate {
  id: number
  number: string
  /** Its protocol is attached. */
  activated: boolean
}

/** A mandate as its deciding body gave it (R65–R67), in the caller's transaction: decisions that wait are settled there. */
export async function enterMandate(
  tx: Tx,
  actor: Actor,
  given: NewMandate,
): Promise<{ mandate: RegisteredMandate; events: NewEvent[] }> {
  const { organisationId, bodyId, sourceDocument, sourceDocumentId = null, ...terms } = given
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!organisation) throw notFound()
  requireRight(actor, 'keepMandates', { organisation })
  refuseAll([
    ...termsFaults(terms, actor.today),
    await giverFault(tx, bodyId, organisation),
    ...(await notThere(tx, terms)),
  ])

  const document = sourceDocument ? await storeDocument(tx, actor, sourceDocument) : null
  const documentId = document?.id ?? sourceDocumentId
  const activated = documentId !== null
  const { id, number } = await tx.mandate.create({
    data: {
      ...columnsOf(terms),
      organisationId,
      bodyId,
      subjectAreas: { create: areaRows(terms).subjectAreas },
      areas: { create: areaRows(terms).areas },
      sourceDocumentId: documentId,
      number: await nextMandateNumber(tx, actor),
      registeredById: personIdOf(actor),
      registeredAt: actor.at,
      activatedAt: activated ? actor.at : null,
    },
  })
  const after = { ...terms, organisation: organisation.name, number, activated, document: document?.hash ?? documentId }
  return { mandate: { id, number, activated }, events: [event('mandateRegistered', 'mandate', id, { after })] }
}

export async function nextMandateNumber(tx: Tx, actor: Actor): Promise<string> {
  const year = yearOf(actor.today)
  const serial = await nextNumber(tx, 'mandate', year)
  return `${year}-A${String(serial).padStart(2, '0')}`
}
