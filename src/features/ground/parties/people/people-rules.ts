import { holdsCpr, noCpr } from '../../../../kernel/cpr.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { isOn, overlap, type Period } from '../../../../kernel/periods.ts'
import type { OrganisationFacts } from '../organisations/organisation-rules.ts'

export interface PersonDraft {
  name: string
  title: string | null
  email: string | null
  phone: string | null
}

/** What is registered of a person is where others reach them in their work, and no number of their own. */
export const personFaults = (draft: PersonDraft): Objection[] =>
  (['name', 'title', 'email', 'phone'] as const)
    .filter(field => holdsCpr(draft[field] ?? ''))
    .map(field => objection(noCpr, field))

export type AuthorisationKind = 'MANDATE_KEEPER' | 'SIGNATORY'

export interface AuthorisationFacts {
  kind: AuthorisationKind
  organisation: OrganisationFacts
  person: { name: string; organisationId: number; endedOn: Day | null }
  /** The organisation's own people, its administrator's, or its municipality's may be named. */
  mayBeNamedFrom: readonly number[]
  /** The same person's, of the same kind, for the same organisation. */
  existing: readonly Period[]
}

/** An organisation names who keeps its mandates and who signs the agreement for it (domain §7). */
export function authorisationFault(facts: AuthorisationFacts, draft: Period): Objection | null {
  const { organisation, person } = facts
  if (organisation.kind === 'EXTERNAL') {
    return objection('En ekstern organisation har hverken mandater eller underskrift i samarbejdet.', 'kind')
  }
  // R98: the departments' signatures together are the municipality's.
  if (facts.kind === 'SIGNATORY' && organisation.kind === 'MUNICIPALITY') {
    return objection('Forvaltningerne underskriver for kommunen. Giv en i hver forvaltning bemyndigelsen.', 'kind')
  }
  if (!facts.mayBeNamedFrom.includes(person.organisationId)) {
    return objection('Vælg en person fra organisationen selv eller fra den, der administrerer den.', 'personId')
  }
  if (person.endedOn !== null && person.endedOn < draft.from) {
    return objection(`${person.name} er fratrådt på den dag.`, 'personId')
  }
  if (!isOn(organisation, draft.from)) return objection('Organisationen er ikke med i samarbejdet på den dag.', 'from')
  if (draft.to !== null && draft.to < draft.from) return objection('»Til og med« kan ikke ligge før »Fra«.', 'to')
  if (facts.existing.some(period => overlap(period, draft))) {
    return objection(`${person.name} er allerede udpeget i den periode.`, 'personId')
  }
  return null
}

/**
 * Whether an authorisation may be said to have begun on another day. What the person has done by it stays within it.
 * @param facts without the authorisation itself among the existing
 * @param firstUse the first day on which the person kept a mandate, answered a referral or signed by it
 */
export function correctAuthorisationFaults(
  facts: AuthorisationFacts,
  draft: Period,
  firstUse: Day | null,
): Objection[] {
  // The first day is all that can be typed: what is wrong is wrong with it.
  const found = authorisationFault(facts, draft)
  const faults = found ? [objection(found.sentence, 'from')] : []
  if (firstUse !== null && draft.from > firstUse)
    faults.push(
      objection(`Personen har brugt bemyndigelsen den ${longDay(firstUse)}. Vælg en dag, der ikke er senere.`, 'from'),
    )
  return faults
}

/** A person leaves on a day, once. */
export function leavingFault(endedOn: Day | null, latestStart: Day | null, on: Day): Objection | null {
  if (endedOn !== null) return objection('Personen er allerede fratrådt.')
  if (latestStart !== null && on < latestStart) {
    return objection('Personen har en plads eller en bemyndigelse, der begynder senere end den dag.', 'endedOn')
  }
  return null
}
