import type { Actor } from '../../access/actor.ts'
import { event } from '../../database/events.ts'
import { write } from '../../database/write.ts'
import type { Day } from '../../kernel/days.ts'
import { notFound } from '../../kernel/refusal.ts'
import { managedOrganisation } from './change-organisation.ts'
import { refuse } from './fault.ts'
import { loadOrganisation } from './load-organisation.ts'
import { administrationFaults, endFault } from './organisation-rules.ts'

/** R100: from a day an organisation administers an association, which stays a legal unit of its own. */
export const beginAdministration = (
  actor: Actor,
  input: { administrator: string; associationId: number; from: Day; to: Day | null },
) =>
  write(actor, async tx => {
    const administrator = await managedOrganisation(tx, actor, input.administrator)
    const association = await loadOrganisation(tx, { id: input.associationId })
    const existing = await tx.administration.findMany({ where: { associationId: association.id } })
    const period = { from: input.from, to: input.to }
    const facts = {
      administrator,
      association,
      existing: existing.map(({ from, to }) => ({ from: from as Day, to: to as Day | null })),
    }
    refuse(...administrationFaults(facts, period))
    const created = await tx.administration.create({
      data: { administratorId: administrator.id, associationId: association.id, ...period },
    })
    const after = { administrator: administrator.name, association: association.name, ...period }
    return { result: undefined, events: [event('administrationBegun', 'administration', created.id, { after })] }
  })

export const endAdministration = (actor: Actor, input: { administrator: string; id: number; to: Day }) =>
  write(actor, async tx => {
    const administrator = await managedOrganisation(tx, actor, input.administrator)
    const found = await tx.administration.findUnique({ where: { id: input.id }, include: { association: true } })
    if (!found || found.administratorId !== administrator.id) throw notFound()
    refuse(endFault({ from: found.from as Day, to: found.to as Day | null }, input.to))
    await tx.administration.update({ where: { id: found.id }, data: { to: input.to } })
    const after = { administrator: administrator.name, association: found.association.name, to: input.to }
    return { result: undefined, events: [event('administrationEnded', 'administration', found.id, { after })] }
  })
