import type { Day } from '../../../kernel/days.ts'
import { hasEnded, type Period } from '../../../kernel/periods.ts'
import { compareDanish } from '../../../kernel/text.ts'
import type { Places } from '../../ground/places/index.ts'
import { areaPath, districtPath, estatePath } from '../../ground/places/paths.ts'

/** A place of any level, as a flag points at it. */
export interface PlaceRef {
  level: PlaceLevel
  id: number
}
export type PlaceLevel = 'area' | 'estate' | 'district'

/** In addresses and in forms: »omraade-12«. */
const words: Record<PlaceLevel, string> = { area: 'omraade', estate: 'afdeling', district: 'bydel' }
const levels = Object.keys(words) as PlaceLevel[]
export const levelNames: Record<PlaceLevel, string> = { area: 'Boligområde', estate: 'Afdeling', district: 'Bydel' }

export const placeKeyPattern = /^(omraade|afdeling|bydel)-[1-9]\d{0,8}$/
export const placeKey = ({ level, id }: PlaceRef): string => `${words[level]}-${id}`

export function placeOfKey(key: string): PlaceRef | null {
  if (!placeKeyPattern.test(key)) return null
  const [word = '', id = ''] = key.split('-')
  const level = levels.find(one => words[one] === word)
  return level ? { level, id: Number(id) } : null
}

/** The three columns of a row, of which one is set. */
export interface PlaceColumns {
  areaId: number | null
  estateId: number | null
  districtId: number | null
}

export const columnsOf = ({ level, id }: PlaceRef): PlaceColumns => ({
  areaId: level === 'area' ? id : null,
  estateId: level === 'estate' ? id : null,
  districtId: level === 'district' ? id : null,
})

/** @throws Error for a row that points at none: the schema's check refuses it */
export function placeOf({ areaId, estateId, districtId }: PlaceColumns): PlaceRef {
  if (areaId !== null) return { level: 'area', id: areaId }
  if (estateId !== null) return { level: 'estate', id: estateId }
  if (districtId !== null) return { level: 'district', id: districtId }
  throw new Error('A flag points at no place.')
}

export interface NamedPlace extends Period {
  ref: PlaceRef
  /** »Granparken« */
  name: string
  /** With its level: »Granparken (afdeling 35)«. */
  label: string
  href: string
}

/** The place that is meant; undefined: there is none. */
export function placeNamed(places: Places, ref: PlaceRef): NamedPlace | undefined {
  return placesOf(places, ref.level).find(place => place.ref.id === ref.id)
}

function placesOf(places: Places, level: PlaceLevel): NamedPlace[] {
  if (level === 'area')
    return places.areas.map(row => ({
      ...period(row),
      ...{ ref: { level, id: row.id }, name: row.name, label: `${row.name} (boligområde)`, href: areaPath(row.slug) },
    }))
  if (level === 'district')
    return places.districts.map(row => ({
      ...period(row),
      ...{ ref: { level, id: row.id }, name: row.name, label: `${row.name} (bydel)`, href: districtPath(row.slug) },
    }))
  return places.estates.map(row => ({
    ...period(row),
    ...{ ref: { level, id: row.id }, name: row.name, label: `${row.name} (afdeling ${row.number})` },
    href: estatePath(row.slug),
  }))
}

const period = ({ from, to }: Period): Period => ({ from, to })

/** The places of a day to choose among, areas first: their names begin the choice, so that one finds it by typing. */
export const placeChoices = (
  places: Places,
  on: Day,
  kept: PlaceRef | null = null,
): { value: string; text: string }[] =>
  levels.flatMap(level =>
    placesOf(places, level)
      .filter(place => !hasEnded(place, on) || (kept?.level === level && kept.id === place.ref.id))
      .sort((one, other) => compareDanish(one.label, other.label))
      .map(({ ref, label }) => ({ value: placeKey(ref), text: label })),
  )
