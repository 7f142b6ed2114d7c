import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { overlap, type Period, periodOf } from '../../../../kernel/periods.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../documents/index.ts'
import { loadOrganisation, type StoredOrganisation } from '../organisations/load-organisation.ts'
import { endFault } from '../organisations/organisation-rules.ts'
import { type NamingSource, namesAs, sourceFaults } from './naming-rules.ts'
import { type AuthorisationFacts, type AuthorisationKind, authorisationFault } from './people-rules.ts'

/**
 * An organisation names who keeps its mandates, or who signs the agreement for it, from a day: by its signatory or its
 * chair, or by its side's secretariat, which says in what document of the organisation it stands, and may give it.
 */
export const nameAuthorised = (actor: Actor, input: Naming): Promise<void> =>
  write(actor, tx => nameAuthorisedIn(tx, actor, input))

export interface Naming extends NamingSource {
  organisation: string
  kind: AuthorisationKind
  personId: number
  from: Day
  to: Day | null
  document?: IncomingFile | null
}

export async function nameAuthorisedIn(tx: Tx, actor: Actor, input: Naming): Promise<Change<void>> {
  const organisation = await loadOrganisation(tx, { slug: input.organisation })
  requireRight(actor, 'nameAuthorised', { organisation })
  const namedAs = namesAs(actor, organisation.id)
  const person = await tx.person.findUnique({ where: { id: input.personId } })
  if (!person) throw notFound('Personen findes ikke.')
  const facts = await authorisationFacts(tx, organisation, person, input)
  const period = { from: input.from, to: input.to }
  refuseAll([authorisationFault(facts, period), ...sourceFaults(namedAs, input, actor.today)])
  const source = {
    namedAs,
    sourceBody: input.sourceBody || null,
    sourceDay: input.sourceDay,
    sourceDocument: input.sourceDocument || null,
  }
  const stored = input.document ? await storeDocument(tx, actor, input.document) : null
  const document = stored && input.document ? { documentId: stored.id, documentName: input.document.name } : {}
  const created = await tx.authorisation.create({
    data: {
      kind: input.kind,
      personId: person.id,
      organisationId: organisation.id,
      ...period,
      ...source,
      ...document,
      namedById: actor.personId,
    },
  })
  const file = stored ? { document: stored.hash } : {}
  const after = {
    kind: input.kind,
    person: person.name,
    organisation: organisation.name,
    ...period,
    ...source,
    ...file,
  }
  return { result: undefined, events: [event('authorisationGiven', 'authorisation', created.id, { after })] }
}

/** What the rules ask of an authorisation. @param except one that is corrected does not stand in its own way */
export async function authorisationFacts(
  tx: Tx,
  organisation: StoredOrganisation,
  person: { id: number; name: string; organisationId: number; endedOn: string | null },
  { kind, from, to }: Period & { kind: AuthorisationKind },
  except = 0,
): Promise<AuthorisationFacts> {
  const existing = await tx.authorisation.findMany({
    where: { kind, personId: person.id, organisationId: organisation.id, id: { not: except } },
  })
  return {
    kind,
    organisation,
    person: { ...person, endedOn: dayInRow(person.endedOn) },
    mayBeNamedFrom: await namedFrom(tx, organisation, { from, to }),
    existing: existing.map(periodOf),
  }
}

/** The organisation itself, who administers it in those days, and its municipality. */
async function namedFrom(tx: Tx, { id, parentId }: StoredOrganisation, days: Period): Promise<number[]> {
  const administrations = await tx.administration.findMany({ where: { associationId: id } })
  const then = administrations.filter(row => overlap(periodOf(row), days))
  return [id, ...(parentId === null ? [] : [parentId]), ...then.map(one => one.administratorId)]
}

export const endAuthorisation = (actor: Actor, input: { organisation: string; id: number; to: Day }) =>
  write(actor, async tx => {
    const organisation = await loadOrganisation(tx, { slug: input.organisation })
    requireRight(actor, 'nameAuthorised', { organisation })
    const found = await tx.authorisation.findUnique({ where: { id: input.id }, include: { person: true } })
    if (!found || found.organisationId !== organisation.id) throw notFound()
    refuseAll([endFault(periodOf(found), input.to)])
    await tx.authorisation.update({ where: { id: found.id }, data: { to: input.to, version: { increment: 1 } } })
    const after = { kind: found.kind, person: found.person.name, organisation: organisation.name, to: input.to }
    return { result: undefined, events: [event('authorisationEnded', 'authorisation', found.id, { after })] }
  })
