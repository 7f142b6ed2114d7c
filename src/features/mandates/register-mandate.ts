import type { Actor } from '../../access/actor.ts'
import { requireRight } from '../../access/policy.ts'
import { event, type NewEvent } from '../../database/events.ts'
import { nextNumber, type Tx, write } from '../../database/write.ts'
import { type Day, yearOf } from '../../kernel/days.ts'
import type { Oere } from '../../kernel/money.ts'
import { brokenRule, notFound } from '../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../documents/index.ts'
import { mayGive } from './mandate-rules.ts'
import type { Tasks } from './mandate-scope.ts'

export interface NewMandate extends Tasks {
  organisationId: number
  /** The deciding body that gave it (R66). */
  bodyId: number
  title: string
  economic: boolean
  /** In øre; null: no limit per decision. */
  limitPerDecision: Oere | null
  /** In øre; null: no total to draw on. */
  total: Oere | null
  legal: boolean
  organisational: boolean
  from: Day
  to: Day | null
  /** The deciding body's meeting, and the item there. */
  sourceDay: Day
  sourceItem: string
  sourceNote: string
  /** The protocol, when it is at hand. */
  sourceDocument?: IncomingFile | null
}

/** A mandate as its deciding body gave it, entered by the organisation's keeper (R65–R67). */
export const registerMandate = (actor: Actor, given: NewMandate): Promise<{ id: number; number: string }> =>
  write(actor, async tx => {
    const { mandate, events } = await enterMandate(tx, actor, given)
    return { result: mandate, events }
  })

/** The same in the caller's transaction: a referral's answer may give a standing mandate. */
export async function enterMandate(
  tx: Tx,
  actor: Actor,
  given: NewMandate,
): Promise<{ mandate: { id: number; number: string }; events: NewEvent[] }> {
  const organisation = await tx.organisation.findUnique({ where: { id: given.organisationId } })
  if (!organisation) throw notFound()
  requireRight(actor, 'keepMandates', { organisation })
  refuseIfInconsistent(given, actor.today)
  await refuseUnlessGiven(tx, given, organisation)

  const { sourceDocument, limitPerDecision, total, ...told } = given
  const document = sourceDocument ? await storeDocument(tx, actor, sourceDocument) : null
  const { id, number } = await tx.mandate.create({
    data: {
      ...told,
      limitPerDecision: limitPerDecision === null ? null : BigInt(limitPerDecision),
      total: total === null ? null : BigInt(total),
      sourceDocumentId: document?.id ?? null,
      number: await nextMandateNumber(tx, actor),
      registeredById: actor.person?.id ?? 0,
      registeredAt: actor.at,
      activatedAt: actor.at,
    },
  })
  const after = { ...told, number, limitPerDecision, total, document: document?.hash ?? null }
  return { mandate: { id, number }, events: [event('mandateRegistered', 'mandate', id, { after })] }
}

export async function nextMandateNumber(tx: Tx, actor: Actor): Promise<string> {
  const year = yearOf(actor.today)
  const serial = await nextNumber(tx, 'mandate', year)
  return `${year}-A${String(serial).padStart(2, '0')}`
}

function refuseIfInconsistent(given: NewMandate, today: Day): void {
  if (!given.economic && !given.legal && !given.organisational)
    throw brokenRule('Vælg mindst én slags konsekvens, som mandatet dækker.', 'economic')
  if (!given.economic && (given.limitPerDecision !== null || given.total !== null))
    throw brokenRule('Et beløb kræver, at mandatet dækker økonomiske konsekvenser.', 'economic')
  if (given.limitPerDecision !== null && given.limitPerDecision <= 0)
    throw brokenRule('Beløbsgrænsen skal være større end 0 kr.', 'limitPerDecision')
  if (given.total !== null && given.total <= 0) throw brokenRule('Rammen i alt skal være større end 0 kr.', 'total')
  if (given.to !== null && given.to < given.from)
    throw brokenRule('Slutdatoen ligger før den dag, mandatet gælder fra.', 'to')
  if (given.sourceDay > today)
    throw brokenRule('Mødet i det besluttende organ skal være holdt, før mandatet kan registreres.', 'sourceDay')
  if (given.sourceItem.trim() === '') throw brokenRule('Feltet »Punkt« skal udfyldes.', 'sourceItem')
}

async function refuseUnlessGiven(
  tx: Tx,
  given: NewMandate,
  organisation: { id: number; kind: string; parentId: number | null; name: string },
): Promise<void> {
  if (organisation.kind === 'EXTERNAL') throw brokenRule('Eksterne parter har ikke mandater.', 'organisationId')
  const body = await tx.body.findUnique({ where: { id: given.bodyId } })
  if (body?.kind !== 'DECIDING_BODY') throw brokenRule('Et mandat skal være givet af et besluttende organ.', 'bodyId')
  if (!mayGive(body.organisationId, organisation)) {
    const by =
      organisation.kind === 'DEPARTMENT'
        ? 'forvaltningens eget eller kommunens besluttende organ'
        : `det besluttende organ for ${organisation.name}`
    throw brokenRule(`Mandatet kan kun gives af ${by}. ${body.name} kan ikke give det.`, 'bodyId')
  }
}
