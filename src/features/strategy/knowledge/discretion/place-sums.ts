import type { PlacesOn } from '../../../ground/places/index.ts'

/** A place whose figures are the sum of others', as far as these are all of it. Named as `placeKey` names them. */
export interface PlaceSum {
  whole: string
  parts: string[]
}

const estate = (id: number): string => `ESTATE ${id}`
const area = (id: number): string => `AREA ${id}`
const district = (id: number): string => `DISTRICT ${id}`

/**
 * Which places add up to which on a day: an area of its estates, a district of its areas and the estates outside them,
 * the town of the districts of one division, and an area of other areas within it where one was delimited anew.
 */
export function sumsOf(places: PlacesOn): PlaceSum[] {
  const areas = [...places.areas.values()].filter(({ estates }) => estates.length > 0)
  const sets = new Map(areas.map(({ id, estates }) => [id, new Set(estates.map(one => one.id))]))
  const sums: PlaceSum[] = []
  for (const { id, estates } of areas) {
    sums.push({ whole: area(id), parts: estates.map(one => estate(one.id)) })
    const within = disjointWithin(id, sets)
    const covered = new Set(within.flatMap(one => [...(sets.get(one) ?? [])]))
    const loose = estates.filter(one => !covered.has(one.id)).map(one => estate(one.id))
    if (within.length > 0) sums.push({ whole: area(id), parts: [...within.map(area), ...loose] })
  }
  const divisions = new Map<string, string[]>()
  for (const one of places.districts.values()) {
    if (!one.isThere) continue
    const covered = new Set(one.areas.flatMap(each => [...(sets.get(each.id) ?? [])]))
    const loose = one.estates.filter(each => !covered.has(each.id)).map(each => estate(each.id))
    if (one.areas.length > 0)
      sums.push({ whole: district(one.id), parts: [...one.areas.map(each => area(each.id)), ...loose] })
    if (one.estates.length > 0) sums.push({ whole: district(one.id), parts: one.estates.map(each => estate(each.id)) })
    divisions.set(one.definition, [...(divisions.get(one.definition) ?? []), district(one.id)])
  }
  for (const parts of divisions.values()) sums.push({ whole: 'TOWN', parts })
  return sums
}

/** The areas that lie wholly in another one, the largest first, none of them overlapping. */
function disjointWithin(id: number, sets: ReadonlyMap<number, ReadonlySet<number>>): number[] {
  const own = sets.get(id) ?? new Set()
  const inside = [...sets]
    .filter(([other, set]) => other !== id && set.size < own.size && [...set].every(one => own.has(one)))
    .sort(([a, one], [b, other]) => other.size - one.size || a - b)
  const taken = new Set<number>()
  return inside.flatMap(([other, set]) => {
    if ([...set].some(one => taken.has(one))) return []
    for (const one of set) taken.add(one)
    return [other]
  })
}

/** The homes of the estates and of the areas that are made of them, where all are told. A district has others' homes too. */
export function homesOfPlaces(places: PlacesOn): Map<string, number> {
  const found = new Map<string, number>()
  for (const { id, homes } of places.estates.values()) if (homes) found.set(estate(id), totalOf(homes))
  for (const { id, estates, homes } of places.areas.values())
    if (estates.length > 0 && homes.missing === 0) found.set(area(id), homes.total)
  return found
}

const totalOf = ({
  family,
  youth,
  elderly,
  other,
}: {
  family: number
  youth: number
  elderly: number
  other: number
}): number => family + youth + elderly + other
