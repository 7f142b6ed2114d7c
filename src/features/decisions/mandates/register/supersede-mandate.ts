import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import { holdsFrom } from '../mandate-period.ts'
import { mandateOf } from '../stored-mandate.ts'
import type { MandateTerms } from './mandate-terms.ts'
import { enterMandate, type RegisteredMandate } from './register-mandate.ts'

export interface Supersession extends MandateTerms {
  /** The mandate whose place is taken; the later one is given to the same organisation. */
  mandateId: number
  version: number
  bodyId: number
  /** Without a protocol the later one would cover nothing, and nothing would cover in its place. */
  sourceDocument: IncomingFile | null
}

/**
 * A later mandate takes an earlier one's place from the day that it holds, today at the earliest; both stay readable.
 * The later one has a ledger of its own. In the caller's transaction: decisions that wait are settled there as well.
 */
export async function enterSupersession(
  tx: Tx,
  actor: Actor,
  { mandateId, version, sourceDocument, ...terms }: Supersession,
): Promise<{ mandate: RegisteredMandate; events: NewEvent[] }> {
  const stored = await tx.mandate.findUnique({ where: { id: mandateId }, include: { organisation: true } })
  if (!stored) throw notFound()
  const old = mandateOf(stored)
  requireRight(actor, 'keepMandates', { organisation: old.organisation })
  if (old.activatedAt === null) throw brokenRule('Mandatet er en kladde. Ret kladden i stedet.')
  if (old.onlyDecisionId !== null) throw brokenRule('Mandatet er givet til en enkelt beslutning og kan ikke afløses.')
  if (old.supersededById !== null) throw brokenRule('Mandatet er allerede afløst. Afløs i stedet det nye mandat.')
  if (old.revokedFrom !== null) throw brokenRule(`Mandatet er tilbagekaldt fra den ${longDay(old.revokedFrom)}.`)
  const last = old.to
  if (last !== null && last < actor.today)
    throw brokenRule(`Mandatet udløb den ${longDay(last)}. Registrér et nyt mandat i stedet.`)
  if (!sourceDocument) throw brokenRule('Vedhæft protokollen, så det nye mandat gælder, når det afløser.', 'fil')
  let from = holdsFrom(terms)
  if (from < actor.today) from = actor.today
  if (last !== null && from > last)
    throw brokenRule(
      `Mandatet udløber den ${longDay(last)}, før det nye gælder. Registrér et nyt mandat i stedet.`,
      'from',
    )

  const entered = await enterMandate(tx, actor, { ...terms, organisationId: old.organisationId, sourceDocument })
  const saved = await tx.mandate.updateMany({
    where: { id: mandateId, version },
    data: { supersededById: entered.mandate.id, supersededFrom: from, version: { increment: 1 } },
  })
  if (saved.count === 0) throw new Conflict({ title: old.title }, old.version)
  const after = { by: entered.mandate.number, from }
  return { ...entered, events: [...entered.events, event('mandateSuperseded', 'mandate', mandateId, { after })] }
}
