import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { mandateOf } from '../stored-mandate.ts'

export interface Revocation {
  mandateId: number
  version: number
  /** The first day on which it no longer holds. Decisions taken before that day stay as they are. */
  from: Day
  reason: string
}

/** The revocation alone, in the caller's transaction: decisions that wait on the mandate are settled there as well. */
export async function enterRevocation(
  tx: Tx,
  actor: Actor,
  { mandateId, version, from, reason }: Revocation,
): Promise<NewEvent[]> {
  const stored = await tx.mandate.findUnique({ where: { id: mandateId }, include: { organisation: true } })
  if (!stored) throw notFound()
  const mandate = mandateOf(stored)
  requireRight(actor, 'keepMandates', { organisation: mandate.organisation })
  if (mandate.revokedFrom !== null)
    throw brokenRule(`Mandatet er allerede tilbagekaldt fra den ${longDay(mandate.revokedFrom)}.`)
  if (reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
  // What was decided within it was decided rightly: a revocation never reaches back.
  if (from < actor.today) throw brokenRule('Et mandat kan tidligst tilbagekaldes fra i dag.', 'from')
  if (mandate.to !== null && from > mandate.to)
    throw brokenRule(`Mandatet udløber allerede den ${longDay(mandate.to)}.`, 'from')

  const saved = await tx.mandate.updateMany({
    where: { id: mandateId, version },
    data: {
      revokedFrom: from,
      revokedReason: reason,
      revokedById: actor.personId,
      revokedAt: actor.at,
      version: { increment: 1 },
    },
  })
  if (saved.count === 0) throw new Conflict({ from: '', reason: '' }, mandate.version)
  return [event('mandateRevoked', 'mandate', mandateId, { after: { from, reason } })]
}
