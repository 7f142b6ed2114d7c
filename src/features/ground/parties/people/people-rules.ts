import { holdsCpr, noCpr } from '../../../../kernel/cpr.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { isOn, overlap, type Period } from '../../../../kernel/periods.ts'
import { type Fault, fault } from '../fault.ts'
import type { OrganisationFacts } from '../organisations/organisation-rules.ts'

export interface PersonDraft {
  name: string
  title: string | null
  email: string | null
  phone: string | null
}

/** What is registered of a person is where others reach them in their work, and no number of their own. */
export const personFaults = (draft: PersonDraft): Fault[] =>
  (['name', 'title', 'email', 'phone'] as const)
    .filter(field => holdsCpr(draft[field] ?? ''))
    .map(field => fault(field, noCpr))

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
export function authorisationFault(facts: AuthorisationFacts, draft: Period): Fault | null {
  const { organisation, person } = facts
  if (organisation.kind === 'EXTERNAL') {
    return fault('kind', 'En ekstern organisation har hverken mandater eller underskrift i samarbejdet.')
  }
  // R98: the departments' signatures together are the municipality's.
  if (facts.kind === 'SIGNATORY' && organisation.kind === 'MUNICIPALITY') {
    return fault('kind', 'Forvaltningerne underskriver for kommunen. Giv en i hver forvaltning bemyndigelsen.')
  }
  if (!facts.mayBeNamedFrom.includes(person.organisationId)) {
    return fault('personId', 'Vælg en person fra organisationen selv eller fra den, der administrerer den.')
  }
  if (person.endedOn !== null && person.endedOn < draft.from) {
    return fault('personId', `${person.name} er fratrådt på den dag.`)
  }
  if (!isOn(organisation, draft.from)) return fault('from', 'Organisationen er ikke med i samarbejdet på den dag.')
  if (draft.to !== null && draft.to < draft.from) return fault('to', '»Til og med« kan ikke ligge før »Fra«.')
  if (facts.existing.some(period => overlap(period, draft))) {
    return fault('personId', `${person.name} er allerede udpeget i den periode.`)
  }
  return null
}

/**
 * Whether an authorisation may be said to have begun on another day. What the person has done by it stays within it.
 * @param facts without the authorisation itself among the existing
 * @param firstUse the first day on which the person kept a mandate, answered a referral or signed by it
 */
export function correctAuthorisationFaults(facts: AuthorisationFacts, draft: Period, firstUse: Day | null): Fault[] {
  // The first day is all that can be typed: what is wrong is wrong with it.
  const found = authorisationFault(facts, draft)
  const faults = found ? [fault('from', found.message)] : []
  if (firstUse !== null && draft.from > firstUse)
    faults.push(
      fault('from', `Personen har brugt bemyndigelsen den ${longDay(firstUse)}. Vælg en dag, der ikke er senere.`),
    )
  return faults
}

/** A person leaves on a day, once. */
export function leavingFault(endedOn: Day | null, latestStart: Day | null, on: Day): Fault | null {
  if (endedOn !== null) return fault('', 'Personen er allerede fratrådt.')
  if (latestStart !== null && on < latestStart) {
    return fault('endedOn', 'Personen har en plads eller en bemyndigelse, der begynder senere end den dag.')
  }
  return null
}
