import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { Period } from '../../../../kernel/periods.ts'
import { type Dated, standing } from '../dated-rules.ts'

/** The types of social housing by the law, and what is none of them. In the order in which they are told. */
export const homeTypes = ['family', 'youth', 'elderly', 'other'] as const
export type HomeType = (typeof homeTypes)[number]

/** How many homes of each type. */
export type Homes = Readonly<Record<HomeType, number>>

export const totalOf = (homes: Homes): number => homeTypes.reduce((sum, type) => sum + homes[type], 0)

export const sumOf = (all: readonly Homes[]): Homes => ({
  family: all.reduce((sum, homes) => sum + homes.family, 0),
  youth: all.reduce((sum, homes) => sum + homes.youth, 0),
  elderly: all.reduce((sum, homes) => sum + homes.elderly, 0),
  other: all.reduce((sum, homes) => sum + homes.other, 0),
})

/** What a row tells of an estate from its day on; null: nothing of this. */
export interface EstateFacts {
  ownerId: number | null
  districtId: number | null
  homes: Homes | null
}

export interface EstateFact extends Dated, EstateFacts {
  estateId: number
  note: string
}

export const aspects = ['ownerId', 'districtId', 'homes'] as const
export type Aspect = (typeof aspects)[number]

export const aspectNames: Record<Aspect, string> = { ownerId: 'ejer', districtId: 'bydel', homes: 'boliger' }

/** What is told of one aspect of an estate, the earliest first. */
export const chainOf = <Row extends EstateFact>(facts: readonly Row[], aspect: Aspect): Row[] =>
  standing(facts).filter(fact => fact[aspect] !== null)

const fieldOf: Record<Aspect, string> = { ownerId: 'ownerId', districtId: 'districtId', homes: 'family' }

/** What is wrong with all that is told of an estate: its days, and two rows that say the same from one day. */
export function factFaults(estate: Period & { name: string }, facts: readonly EstateFact[]): Objection[] {
  const found: Objection[] = []
  for (const { from } of standing(facts)) {
    if (from < estate.from)
      found.push(objection(`${estate.name} er først oprettet den ${longDay(estate.from)}. Vælg en senere dag.`, 'from'))
    if (estate.to !== null && from > estate.to)
      found.push(objection(`${estate.name} er ophørt den ${longDay(estate.to)}. Vælg en tidligere dag.`, 'from'))
  }
  for (const aspect of aspects) {
    const chain = chainOf(facts, aspect)
    const twice = chain.find((fact, at) => chain[at - 1]?.from === fact.from)
    if (twice)
      found.push(
        objection(
          `Der er allerede oplyst ${aspectNames[aspect]} fra den ${longDay(twice.from)}. Ret den oplysning, eller vælg en anden dag.`,
          fieldOf[aspect],
        ),
      )
  }
  return found
}

export interface OwnerFacts {
  name: string
  kind: string
  to: Day | null
}

/**
 * Estates are owned by housing organisations and associations: whoever administers does not own. One may have owned
 * before it took part in the cooperation, but not after it was there no more.
 */
export function ownerFaults(owner: OwnerFacts | undefined, from: Day): Objection[] {
  if (!owner || !['HOUSING_ORGANISATION', 'ASSOCIATION'].includes(owner.kind))
    return [objection('Vælg en boligorganisation eller en forening på listen.', 'ownerId')]
  if (owner.to !== null && from > owner.to)
    return [objection(`${owner.name} er ophørt den ${longDay(owner.to)}. Vælg den nye ejer.`, 'ownerId')]
  return []
}

const firstYear = 1850

/** @param year the year of the day on which it is told */
export const builtFault = (built: number | null, year: number): Objection | null =>
  built === null || (built >= firstYear && built <= year)
    ? null
    : objection(`Skriv et byggeår fra ${firstYear} til ${year}.`, 'built')
