import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { periodOf } from '../../../../kernel/periods.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { managedOrganisation } from '../organisations/change-organisation.ts'
import { loadOrganisation } from '../organisations/load-organisation.ts'
import { administrationFaults, endFault } from '../organisations/organisation-rules.ts'

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
      existing: existing.map(periodOf),
    }
    refuseAll(administrationFaults(facts, period))
    const created = await tx.administration.create({
      data: { administratorId: administrator.id, associationId: association.id, ...period },
    })
    const after = { administrator: administrator.name, association: association.name, ...period }
    return { result: undefined, events: [event('administrationBegun', 'administration', created.id, { after })] }
  })

/** Its days were registered wrongly. @throws Conflict with those that stand when somebody else saved first */
export const correctAdministration = (
  actor: Actor,
  input: { administrator: string; id: number; version: number; from: Day; to: Day | null; reason: string },
) =>
  write(actor, async tx => {
    const administrator = await managedOrganisation(tx, actor, input.administrator)
    const found = await tx.administration.findUnique({ where: { id: input.id } })
    if (!found || found.administratorId !== administrator.id) throw notFound()
    const before = { from: found.from, to: found.to }
    if (found.version !== input.version) throw new Conflict({ from: found.from, to: found.to ?? '' }, found.version)
    const association = await loadOrganisation(tx, { id: found.associationId })
    const others = await tx.administration.findMany({ where: { associationId: association.id, id: { not: found.id } } })
    const period = { from: input.from, to: input.to }
    const existing = others.map(periodOf)
    // The form has no field for the two: what is wrong with them is wrong with the days.
    const faults = administrationFaults({ administrator, association, existing }, period)
    refuseAll(faults.map(one => ({ ...one, field: one.field === 'to' ? 'to' : 'from' })))
    await tx.administration.update({ where: { id: found.id }, data: { ...period, version: { increment: 1 } } })
    const after = { administrator: administrator.name, association: association.name, ...period, reason: input.reason }
    return {
      result: undefined,
      events: [event('administrationCorrected', 'administration', found.id, { before, after })],
    }
  })

export const endAdministration = (actor: Actor, input: { administrator: string; id: number; to: Day }) =>
  write(actor, async tx => {
    const administrator = await managedOrganisation(tx, actor, input.administrator)
    const found = await tx.administration.findUnique({ where: { id: input.id }, include: { association: true } })
    if (!found || found.administratorId !== administrator.id) throw notFound()
    refuseAll([endFault(periodOf(found), input.to)])
    await tx.administration.update({ where: { id: found.id }, data: { to: input.to, version: { increment: 1 } } })
    const after = { administrator: administrator.name, association: found.association.name, to: input.to }
    return { result: undefined, events: [event('administrationEnded', 'administration', found.id, { after })] }
  })
