import type { Actor } from '../../../access/actor.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { dayInRow } from '../../../kernel/days.ts'
import { Conflict, refuseAll } from '../../../kernel/refusal.ts'
import { managedOrganisation } from './organisations/change-organisation.ts'
import { type FormerName, formerNameFaults } from './organisations/organisation-rules.ts'

/**
 * A name that an organisation had before the portal knew it: history keeps the name of its day.
 * @throws Conflict when somebody else saved first
 */
export const addFormerName = (
  actor: Actor,
  { slug, version, ...draft }: FormerName & { slug: string; version: number },
): Promise<void> =>
  write(actor, async tx => {
    const found = await managedOrganisation(tx, actor, slug)
    const names = await tx.organisationName.findMany({ where: { organisationId: found.id } })
    const known = names.map(({ name, from, to }) => ({ name, from: dayInRow(from), to: dayInRow(to) }))
    refuseAll(formerNameFaults(found, known, draft, actor.today))
    const { count } = await tx.organisation.updateMany({
      where: { id: found.id, version },
      data: { version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict({ name: '' }, found.version)
    await tx.organisationName.create({ data: { organisationId: found.id, ...draft } })
    const change = { after: { ...draft, present: found.name } }
    return { result: undefined, events: [event('formerNameAdded', 'organisation', found.id, change)] }
  })
