import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import type { Tx } from '../../../database/write.ts'
import { dayInRow } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'

/** An open follow-up that this person may change: the secretariats', and the responsible organisation's own. */
export async function openFollowUp(tx: Tx, actor: Actor, id: number) {
  const followUp = await tx.followUp.findUnique({ where: { id }, include: { organisation: true } })
  const body = followUp && (await tx.body.findUnique({ where: { id: followUp.bodyId } }))
  if (!followUp || !body) throw notFound()
  requireRight(actor, 'followUp', { organisation: followUp.organisation, body })
  if (followUp.closedAt !== null) throw brokenRule('Opfølgningen er afsluttet og kan ikke ændres.')
  return { ...followUp, dueDay: dayInRow(followUp.dueDay) }
}

/** The one who is responsible belongs to the responsible organisation. */
export async function refuseStranger(tx: Tx, organisationId: number, personId: number | null): Promise<void> {
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!organisation) throw brokenRule('Vælg den organisation, der er ansvarlig.', 'organisationId')
  if (personId === null) return
  const person = await tx.person.findUnique({ where: { id: personId } })
  if (person?.organisationId !== organisationId)
    throw brokenRule('Den ansvarlige person skal høre til den ansvarlige organisation.', 'personId')
}
