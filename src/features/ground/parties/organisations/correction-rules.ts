import type { Day } from '../../../../kernel/days.ts'
import { longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type OrganisationFacts, type OrganisationKind, sideOfKind } from './organisation-rules.ts'

/** What was registered wrongly from the beginning; a change from a day is a renaming, an ending or a succession. */
export interface OrganisationCorrection {
  name: string
  kind: OrganisationKind
  from: Day
}

export interface CorrectionFacts {
  organisation: OrganisationFacts
  /** Names of all other organisations. */
  otherNames: readonly string[]
  /** The first day of whatever rests on the organisation: seats, administrations, authorisations, mandates, earlier names. */
  firstUse: Day | null
  /** It administers an association, or has done. */
  administers: boolean
  /** It is administered, or has been. */
  administered: boolean
}

/** The kinds between which one can have been taken for the other: those of the same side that have mandates of their own. */
export const kindsInstead = (kind: OrganisationKind): OrganisationKind[] =>
  sideOfKind[kind] === 'HOUSING' ? ['HOUSING_ORGANISATION', 'ADMINISTRATOR', 'ASSOCIATION'] : [kind]

/** What stands in the way of a correction, all at once: it must not make anything that is registered impossible. */
export function correctionFaults(facts: CorrectionFacts, draft: OrganisationCorrection): Objection[] {
  const { organisation, firstUse } = facts
  const found: Objection[] = []
  const sought = draft.name.toLocaleLowerCase('da')
  if (facts.otherNames.some(name => name.toLocaleLowerCase('da') === sought))
    found.push(objection(`Der er allerede en organisation, der hedder ${draft.name}.`, 'name'))
  if (!kindsInstead(organisation.kind).includes(draft.kind))
    found.push(objection('Typen kan ikke rettes til den.', 'kind'))
  else if (draft.kind === 'ASSOCIATION' && facts.administers)
    found.push(objection('Organisationen administrerer foreninger og kan derfor ikke selv være en forening.', 'kind'))
  else if (draft.kind !== 'ASSOCIATION' && facts.administered)
    found.push(
      objection('Organisationen er registreret som administreret af en anden og må derfor være en forening.', 'kind'),
    )
  if (organisation.to !== null && draft.from > organisation.to)
    found.push(objection(`Organisationen udtrådte den ${longDay(organisation.to)}. Vælg en tidligere dag.`, 'from'))
  else if (firstUse !== null && draft.from > organisation.from && draft.from > firstUse)
    found.push(
      objection(
        `Noget er registreret for organisationen fra den ${longDay(firstUse)}. Vælg en dag, der ikke er senere.`,
        'from',
      ),
    )
  return found
}

/**
 * The order of all organisations after one of them has been moved to its place after another.
 * @param after null: before all others of its own side
 */
export function movedAfter(
  rows: readonly { id: number; side: string | null }[],
  moved: number,
  after: number | null,
): number[] {
  const own = rows.find(({ id }) => id === moved)
  const others = rows.filter(({ id }) => id !== moved)
  if (!own || after === moved) return rows.map(({ id }) => id)
  const place =
    after === null ? others.findIndex(({ side }) => side === own.side) : others.findIndex(({ id }) => id === after) + 1
  const ids = others.map(({ id }) => id)
  ids.splice(Math.max(place, 0), 0, moved)
  return ids
}
