import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { dayInRow } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { managedOrganisation } from './change-organisation.ts'
import { correctionFaults, movedAfter, type OrganisationCorrection } from './correction-rules.ts'
import type { StoredOrganisation } from './load-organisation.ts'
import { decidingBodyName } from './organisation-rules.ts'

/**
 * Corrects how an organisation was registered: the spelling of its name, its kind, its first day, its place in the
 * order of the signatures. The body that gives its mandates follows where it was called and dated after it.
 * @throws Conflict with what stands when somebody else saved first
 */
export const correctOrganisation = (
  actor: Actor,
  input: OrganisationCorrection & { slug: string; version: number; afterId: number | null; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const found = await managedOrganisation(tx, actor, input.slug)
    if (found.version !== input.version)
      throw new Conflict({ name: found.name, kind: found.kind, from: found.from }, found.version)
    refuseAll(correctionFaults(await factsOf(tx, found), input))
    const { name, kind, from, afterId, reason } = input
    const before = { name: found.name, kind: found.kind, from: found.from }
    await tx.organisation.update({ where: { id: found.id }, data: { name, kind, from, version: { increment: 1 } } })
    const moved = await placeAfter(tx, found, afterId)
    await followingBodies(tx, found, input)
    const after = { name, kind, from, ...(moved ? { placedAfter: moved } : {}), reason }
    return { result: undefined, events: [event('organisationCorrected', 'organisation', found.id, { before, after })] }
  })

async function factsOf(tx: Tx, organisation: StoredOrganisation) {
  const { id } = organisation
  const own = { where: { organisationId: id }, orderBy: { from: 'asc' } } as const
  const [seat, named, mandate, former, administers, administered] = [
    await tx.seat.findFirst(own),
    await tx.authorisation.findFirst(own),
    await tx.mandate.findFirst(own),
    await tx.organisationName.findFirst({ where: { organisationId: id }, orderBy: { to: 'asc' } }),
    await tx.administration.findFirst({ where: { administratorId: id }, orderBy: { from: 'asc' } }),
    await tx.administration.findFirst({ where: { associationId: id }, orderBy: { from: 'asc' } }),
  ]
  const days = [seat?.from, named?.from, mandate?.from, former?.to, administers?.from, administered?.from]
  const others = await tx.organisation.findMany({ where: { id: { not: id } }, select: { name: true } })
  return {
    organisation,
    otherNames: others.map(({ name }) => name),
    firstUse: dayInRow(days.filter(one => one !== undefined).sort()[0] ?? null),
    administers: administers !== null,
    administered: administered !== null,
  }
}

/** @returns after whom it stands now: its name, or »først«; null when it has not moved */
async function placeAfter(tx: Tx, found: StoredOrganisation, afterId: number | null): Promise<string | null> {
  const rows = await tx.organisation.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, side: true, name: true, position: true },
  })
  const other = rows.find(({ id }) => id === afterId)
  if (afterId !== null && (!other || other.side !== found.side || other.id === found.id))
    throw brokenRule('Vælg en anden organisation hos samme part.', 'afterId')
  const order = movedAfter(rows, found.id, afterId)
  if (order.every((id, index) => id === rows[index]?.id)) return null
  for (const [index, id] of order.entries())
    if (rows.find(row => row.id === id)?.position !== index + 1)
      await tx.organisation.update({ where: { id }, data: { position: index + 1 } })
  return other?.name ?? 'først'
}

/** A name that somebody has given the body itself stays. */
async function followingBodies(tx: Tx, found: StoredOrganisation, draft: OrganisationCorrection): Promise<void> {
  const bodies = await tx.body.findMany({ where: { organisationId: found.id, kind: 'DECIDING_BODY' } })
  for (const body of bodies) {
    const name =
      body.name === decidingBodyName(found.kind, found.name) ? decidingBodyName(draft.kind, draft.name) : body.name
    const about = body.about === `Giver mandater for ${found.name}.` ? `Giver mandater for ${draft.name}.` : body.about
    const from = body.from === found.from ? draft.from : body.from
    await tx.body.update({ where: { id: body.id }, data: { name, about, from, version: { increment: 1 } } })
    if (from !== body.from)
      await tx.rulesOfProcedure.updateMany({
        where: { bodyId: body.id, number: 0, from: body.from },
        data: { from, version: { increment: 1 } },
      })
  }
  await tx.organisationName.updateMany({
    where: { organisationId: found.id, from: found.from },
    data: { from: draft.from },
  })
}
