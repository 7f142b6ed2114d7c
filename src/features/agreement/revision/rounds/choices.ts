import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'

/** The organisations that the person may propose for. */
export async function proposingOrganisations(actor: Actor): Promise<{ value: string; text: string }[]> {
  const mine = [
    ...actor.seats.map(({ organisationId }) => organisationId),
    ...actor.authorisations.map(({ organisationId }) => organisationId),
  ]
  const rows = await actor.database.prisma.organisation.findMany({
    where: { id: { in: mine }, side: { not: null } },
    orderBy: { position: 'asc' },
  })
  return rows
    .filter(organisation => mayDo(actor, 'proposeAmendment', { organisation }))
    .map(({ id, name }) => ({ value: String(id), text: name }))
}
