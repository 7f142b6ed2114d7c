import type { Day } from '../../../kernel/days.ts'
import { isOn, type Period } from '../../../kernel/periods.ts'
import { organisationNameOn } from '../parties/index.ts'
import { heldOn, standing } from './dated-rules.ts'
import { delimitationOn } from './delimitations/delimitation-rules.ts'
import { chainOf, type Homes, sumOf, totalOf } from './estates/estate-rules.ts'
import type { AreaRow, DelimitationRow, DistrictRow, EstateRow, Places } from './read-places.ts'

/** The town's places as they were on one day. */
export interface PlacesOn {
  on: Day
  estates: Map<number, EstateOn>
  areas: Map<number, AreaOn>
  districts: Map<number, DistrictOn>
}

export interface Owner {
  id: number
  slug: string
  /** The name of the day. */
  name: string
  /** It had ended by the day: its estates have another owner, whom nobody has told yet. */
  ended: boolean
}

export interface EstateOn extends EstateRow {
  /** »12 Granparken« */
  label: string
  isThere: boolean
  owner: Owner | null
  district: DistrictRow | null
  /** Null: not told. */
  homes: Homes | null
  area: AreaRow | null
}

export interface AreaOn extends AreaRow {
  isThere: boolean
  district: DistrictRow | null
  delimitation: DelimitationRow | null
  estates: EstateOn[]
  homes: HomesOf
}

export interface DistrictOn extends DistrictRow {
  isThere: boolean
  areas: AreaOn[]
  estates: EstateOn[]
  homes: HomesOf
}

/** The homes of several estates. */
export interface HomesOf {
  homes: Homes
  total: number
  /** How many of the estates there are whose homes nobody has told. */
  missing: number
}

/** So many days of the same places are kept at hand. */
const mostDays = 60

const kept = new WeakMap<Places, Map<Day, PlacesOn>>()

/** The same places are the same on a day, and a page asks for several days: worked out once, and changed by nobody. */
export function placesOn(places: Places, on: Day): PlacesOn {
  const days = kept.get(places) ?? new Map<Day, PlacesOn>()
  kept.set(places, days)
  const known = days.get(on)
  if (known) return known
  const [oldest] = days.keys()
  if (days.size >= mostDays && oldest !== undefined) days.delete(oldest)
  const made = workOut(places, on)
  days.set(on, made)
  return made
}

function workOut(places: Places, on: Day): PlacesOn {
  const districts = new Map(places.districts.map(row => [row.id, row]))
  const facts = grouped(places.facts, ({ estateId }) => estateId)
  const members = membersOn(places, on)
  const estates = new Map(
    places.estates.map((row): [number, EstateOn] => {
      const own = facts.get(row.id) ?? []
      const ownerId = heldOn(chainOf(own, 'ownerId'), on)?.ownerId ?? null
      const districtId = heldOn(chainOf(own, 'districtId'), on)?.districtId ?? null
      const told = {
        owner: ownerId === null ? null : ownerOn(places, ownerId, on),
        district: districtId === null ? null : (districts.get(districtId) ?? null),
        homes: heldOn(chainOf(own, 'homes'), on)?.homes ?? null,
        area: members.get(row.id) ?? null,
      }
      return [row.id, { ...row, ...told, label: labelOf(row), isThere: isOn(row, on) }]
    }),
  )
  const areas = new Map(places.areas.map(row => [row.id, areaOn(places, row, on, estates, districts)]))
  return {
    on,
    estates,
    areas,
    districts: new Map(places.districts.map(row => [row.id, districtOn(row, on, estates, areas)])),
  }
}

export const labelOf = ({ number, name }: { number: string; name: string }): string => `${number} ${name}`

/** The area that each estate is a part of on the day. */
function membersOn(places: Places, on: Day): Map<number, AreaRow> {
  const found = new Map<number, AreaRow>()
  const ofArea = grouped(places.delimitations, ({ areaId }) => areaId)
  for (const area of places.areas)
    for (const id of delimitationOn(area, ofArea.get(area.id) ?? [], on)?.estates ?? []) found.set(id, area)
  return found
}

function areaOn(
  places: Places,
  row: AreaRow,
  on: Day,
  estates: ReadonlyMap<number, EstateOn>,
  districts: ReadonlyMap<number, DistrictRow>,
): AreaOn {
  const delimitation = delimitationOn(row, places.delimitations, on) ?? null
  const own = (delimitation?.estates ?? []).flatMap(id => estates.get(id) ?? [])
  const told = heldOn(standing(places.areaDistricts.filter(({ areaId }) => areaId === row.id)), on)
  return {
    ...row,
    isThere: isOn(row, on),
    district: told ? (districts.get(told.districtId) ?? null) : null,
    delimitation,
    estates: own,
    homes: homesOf(own),
  }
}

function districtOn(
  row: DistrictRow,
  on: Day,
  estates: ReadonlyMap<number, EstateOn>,
  areas: ReadonlyMap<number, AreaOn>,
): DistrictOn {
  const isIn = (place: { district: DistrictRow | null; isThere: boolean }) =>
    place.isThere && place.district?.id === row.id
  const own = [...estates.values()].filter(isIn)
  return {
    ...row,
    isThere: isOn(row, on),
    areas: [...areas.values()].filter(isIn),
    estates: own,
    homes: homesOf(own),
  }
}

export function homesOf(estates: readonly EstateOn[]): HomesOf {
  const homes = sumOf(estates.flatMap(estate => estate.homes ?? []))
  return { homes, total: totalOf(homes), missing: estates.filter(estate => estate.homes === null).length }
}

export function ownerOn(places: Places, id: number, on: Day): Owner | null {
  const row = places.owners.find(owner => owner.id === id)
  if (!row) return null
  const former = places.formerNames.filter(({ organisationId }) => organisationId === id)
  return { id, slug: row.slug, name: organisationNameOn(row.name, former, on), ended: hasEndedBy(row, on) }
}

const hasEndedBy = ({ to }: Period, on: Day): boolean => to !== null && to < on

export function grouped<Row>(rows: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const known = found.get(by(row))
    if (known) known.push(row)
    else found.set(by(row), [row])
  }
  return found
}
