import type { Actor } from '../../../../access/actor.ts'
import { type AreaMeasure, areaMeasures, type Feature } from '../../../../http/feature.ts'
import { homeCount } from '../labels.ts'
import { placesOn } from '../places-on.ts'
import { readPlaces } from '../read-places.ts'

/** The homes of each area that is delimited. */
export const homesMeasure: AreaMeasure = {
  order: 10,
  slug: 'boliger',
  label: 'Boliger',
  values(actor, on) {
    const areas = [...placesOn(readPlaces(actor.database), on).areas.values()]
    return new Map(areas.filter(({ delimitation }) => delimitation).map(({ id, homes }) => [id, homes.total]))
  },
  text: homeCount,
}

export interface Banded {
  value: number | null
  /** Null: not told; 0: none; 1 to 3: from the smallest third to the greatest. */
  band: number | null
}

/** The values in bands: none, and three of equally many areas each, so that a mark tells the rank, and not how good it is. */
export function bandsOf(values: ReadonlyMap<number, number>): { of(id: number): Banded; limits: [number, number][] } {
  const ordered = [...values.values()].filter(value => value > 0).sort((one, other) => one - other)
  const steps = Math.min(3, new Set(ordered).size)
  const limits = Array.from({ length: steps }, (_, band): [number, number] => {
    const [first, next] = [band, band + 1].map(one => Math.ceil((one * ordered.length) / steps))
    const own = ordered.slice(first, next)
    return [own[0] ?? 0, own.at(-1) ?? 0]
  })
  const bandOf = (value: number): number => {
    if (value === 0) return 0
    const found = limits.findIndex(([, greatest]) => value <= greatest)
    return found === -1 ? steps : found + 1
  }
  return {
    limits,
    of(id) {
      const value = values.get(id)
      return value === undefined ? { value: null, band: null } : { value, band: bandOf(value) }
    },
  }
}

export const measuresOf = (features: readonly Feature[], actor: Actor): AreaMeasure[] => areaMeasures(features, actor)

export const chosenMeasure = (measures: readonly AreaMeasure[], slug: string): AreaMeasure =>
  measures.find(measure => measure.slug === slug) ?? homesMeasure
