import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { dayAfter, dayBefore } from '../../../../kernel/periods.ts'
import { brokenRule, Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { loadOrganisation, type StoredOrganisation, whatRestsOn } from './load-organisation.ts'
import { endingFaults, type OrganisationKind, renameFaults, sideOfKind } from './organisation-rules.ts'
import { storeOrganisation } from './store-organisation.ts'

export interface OrganisationDraft {
  name: string
  shortName: string
  about: string
  website: string | null
}

/** R4: an organisation accedes. One that has mandates of its own comes with the body that gives them (R67). */
export const createOrganisation = (
  actor: Actor,
  input: OrganisationDraft & { kind: OrganisationKind; from: Day },
): Promise<{ slug: string }> =>
  write(actor, async tx => {
    const side = sideOfKind[input.kind]
    requireRight(actor, 'manageParty', { organisation: { id: 0, kind: input.kind, side, parentId: null } })
    const parent = input.kind === 'DEPARTMENT' ? await municipalityOf(tx) : null
    const { slug, events } = await storeOrganisation(tx, {
      ...facts(input),
      kind: input.kind,
      from: input.from,
      parentId: parent?.id ?? null,
    })
    return { result: { slug }, events }
  })

async function municipalityOf(tx: Tx) {
  const found = await tx.organisation.findFirst({ where: { kind: 'MUNICIPALITY' }, orderBy: { position: 'asc' } })
  if (!found)
    throw brokenRule('Der er ingen kommune, som forvaltningen kan høre under. Registrér kommunen først.', 'kind')
  return found
}

/** @throws Conflict with the facts as they stand when somebody else saved first */
export const editOrganisation = (
  actor: Actor,
  input: Omit<OrganisationDraft, 'name'> & { slug: string; version: number },
) =>
  write(actor, async tx => {
    const found = await managedOrganisation(tx, actor, input.slug)
    const before = facts(found)
    const after = { ...before, shortName: input.shortName, about: input.about, website: input.website }
    await save(tx, found, input.version, after)
    return { result: undefined, events: [event('organisationEdited', 'organisation', found.id, { before, after })] }
  })

/** A new name from a day; the old one stays with the days it had. */
export const renameOrganisation = (
  actor: Actor,
  input: { slug: string; version: number; name: string; shortName: string; from: Day },
) =>
  write(actor, async tx => {
    const found = await managedOrganisation(tx, actor, input.slug)
    const latest = await tx.organisationName.findFirst({
      where: { organisationId: found.id },
      orderBy: { to: 'desc' },
    })
    const since = latest ? dayAfter(dayInRow(latest.to)) : found.from
    refuseAll(renameFaults(found, since, input))
    await save(tx, found, input.version, { name: input.name, shortName: input.shortName })
    await tx.organisationName.create({
      data: { organisationId: found.id, name: found.name, from: since, to: dayBefore(input.from) },
    })
    const change = { before: { name: found.name }, after: { name: input.name, from: input.from } }
    return { result: undefined, events: [event('organisationRenamed', 'organisation', found.id, change)] }
  })

/**
 * R4: it withdraws or merges on its last day. What it administers passes to the successor the day after; its own
 * administration, its people's authorisations and its deciding body end with it.
 */
export const endOrganisation = (
  actor: Actor,
  input: { slug: string; version: number; to: Day; successorId: number | null },
) =>
  write(actor, async tx => {
    const found = await managedOrganisation(tx, actor, input.slug)
    const resting = await whatRestsOn(tx, found.id, input.to)
    const successor = input.successorId === null ? null : await loadOrganisation(tx, { id: input.successorId })
    refuseAll(
      endingFaults(
        {
          organisation: found,
          successor,
          successorsOfSuccessor: successor ? await successorsOf(tx, successor.id) : [],
          administers: resting.administers.map(({ name }) => name),
          seated: resting.seated,
        },
        input.to,
      ),
    )
    await save(tx, found, input.version, { to: input.to, successorId: input.successorId })
    await endWhatRests(tx, found.id, input.to)
    if (successor) await takeOver(tx, resting.administers, successor.id, input.to)
    const after = { to: input.to, successor: successor?.name, passedOn: resting.administers.map(({ name }) => name) }
    return { result: undefined, events: [event('organisationEnded', 'organisation', found.id, { after })] }
  })

async function successorsOf(tx: Tx, id: number): Promise<number[]> {
  const seen: number[] = []
  let next: number | null = id
  while (next !== null && !seen.includes(next)) {
    seen.push(next)
    next = (await tx.organisation.findUniqueOrThrow({ where: { id: next } })).successorId
  }
  return seen
}

async function endWhatRests(tx: Tx, id: number, to: Day): Promise<void> {
  const later = { OR: [{ to: null }, { to: { gt: to } }], from: { lte: to } }
  await tx.administration.updateMany({
    where: { AND: [later, { OR: [{ administratorId: id }, { associationId: id }] }] },
    data: { to },
  })
  await tx.authorisation.updateMany({
    where: { ...later, organisationId: id },
    data: { to, version: { increment: 1 } },
  })
  await tx.body.updateMany({ where: { ...later, organisationId: id }, data: { to, version: { increment: 1 } } })
}

async function takeOver(tx: Tx, associations: { id: number }[], successorId: number, to: Day): Promise<void> {
  await tx.administration.createMany({
    data: associations.map(({ id }) => ({
      administratorId: successorId,
      associationId: id,
      from: dayAfter(to),
    })),
  })
}

export async function managedOrganisation(tx: Tx, actor: Actor, slug: string): Promise<StoredOrganisation> {
  const found = await loadOrganisation(tx, { slug })
  requireRight(actor, 'manageParty', { organisation: found })
  return found
}

async function save(tx: Tx, found: StoredOrganisation, version: number, data: object): Promise<void> {
  const { count } = await tx.organisation.updateMany({
    where: { id: found.id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict(textsOf(found), found.version)
}

const facts = ({ name, shortName, about, website }: OrganisationDraft): OrganisationDraft => ({
  name,
  shortName,
  about,
  website,
})

const textsOf = (found: StoredOrganisation): Record<string, string> => ({
  name: found.name,
  shortName: found.shortName,
  about: found.about,
  website: found.website ?? '',
  to: found.to ?? '',
})
