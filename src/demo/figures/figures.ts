import { areas, districts, estates, split } from '../places/places.ts'
import { type DemoMeasure, exposures, facts } from './measures.ts'

/** A place that figures are invented for, by its name. */
export interface DemoPlace {
  level: 'ESTATE' | 'AREA' | 'DISTRICT' | 'TOWN' | 'REGION' | 'COUNTRY'
  name: string
  /** From 0 to 1. */
  exposure: number
  /** Its people, as the shares are taken of them. */
  people: number
  /** The years that it is told of, both counted. */
  from: number
  to: number
}

export interface DemoFigure {
  place: DemoPlace
  year: number
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: 'NOT_COLLECTED' | 'NOT_APPLICABLE' | 'WITHHELD' | 'NOT_DELIVERED' | null
}

/** Between −1 and 1, the same for the same words. */
function noise(...words: (string | number)[]): number {
  let hash = 2_166_136_261
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0
  return ((hash % 2001) - 1000) / 1000
}

const homesOf = (names: readonly string[]): number =>
  estates.filter(({ name }) => names.includes(name)).reduce((sum, { homes }) => sum + homes[0] + homes[1] + homes[2], 0)

const between = (name: string): number => 0.1 + ((noise('exposure', name) + 1) / 2) * 0.5
const always = { from: 0, to: 9999 }
/** A year's figures are of the areas as they are at its end. */
const splitYear = Number(split.from.slice(0, 4))

export const places: DemoPlace[] = [
  { level: 'TOWN', name: '', exposure: 0, people: 200_000, ...always },
  { level: 'REGION', name: '', exposure: 0, people: 1_220_000, ...always },
  { level: 'COUNTRY', name: '', exposure: 0, people: 5_800_000, ...always },
  ...[...areas, ...split.parts].map((area): DemoPlace => {
    const from = split.parts.some(({ name }) => name === area.name) ? splitYear : 0
    return {
      ...{ level: 'AREA', name: area.name, exposure: exposures[area.name] ?? between(area.name) },
      ...{ people: Math.round(homesOf(area.estates) * 2.2), from },
      to: area.name === split.area ? splitYear - 1 : 9999,
    }
  }),
  ...districts.map(
    (name): DemoPlace => ({
      ...{ level: 'DISTRICT', name, exposure: name === split.area ? 0.7 : between(name) / 2 },
      ...{ people: Math.round(8000 + 3000 * noise('people', name)), ...always },
    }),
  ),
  ...estates.map(
    ({ name, homes }): DemoPlace => ({
      ...{ level: 'ESTATE', name, exposure: exposureOf(name), ...always },
      people: Math.round((homes[0] + homes[1] + homes[2]) * 2.1),
    }),
  ),
]

function exposureOf(estate: string): number {
  const area = [...split.parts, ...areas].find(({ estates }) => estates.includes(estate))
  return area ? (exposures[area.name] ?? between(area.name)) : between(estate) * 0.8
}

const largest = (place: DemoPlace): number => (place.level === 'COUNTRY' ? 28 : place.level === 'REGION' ? 6 : 1)

/** The figures of an indicator in a year. */
export function figuresOf(measure: DemoMeasure, year: number, span: { first: number; last: number }): DemoFigure[] {
  if ((span.last - year) % (measure.everyYears ?? 1) !== 0 || year > span.last - (measure.until ?? 0)) return []
  return places
    .filter(place => place.from <= year && year <= place.to)
    .filter(({ level }) => (level !== 'DISTRICT' && level !== 'ESTATE') || measure.levels?.includes(level))
    .map(place => figureOf(measure, place, year, span))
}

function figureOf(
  measure: DemoMeasure,
  place: DemoPlace,
  year: number,
  { first, last }: { first: number; last: number },
): DemoFigure {
  const none = { place, year, value: null, numerator: null, denominator: null }
  const missing = missingOf(measure, place, year, last)
  if (missing) return { ...none, missing }
  const part = (year - first) / (last - first)
  const town = measure.town[0] + (measure.town[1] - measure.town[0]) * part
  const whole = place.level === 'REGION' ? measure.region : place.level === 'COUNTRY' ? measure.country : 1
  const drift = 1 + (part - 0.5) * 0.16 * noise('drift', measure.key, place.name)
  const swing = place.level === 'AREA' || place.level === 'ESTATE' ? 1 + 0.05 * noise(measure.key, place.name, year) : 1
  const other = 1 + (measure.exposed - 1) * place.exposure
  const fact = facts.find(one => one.key === measure.key && one.area === place.name && one.year === year)
  if (fact) return { ...none, value: fact.value, missing: null }
  if (measure.key === 'beboere')
    return { ...none, value: Math.round(place.people * (1 + 0.06 * part) * largestShare(place)), missing: null }
  const value = town * whole * other * drift * swing
  if (measure.share === undefined) return { ...none, value: rounded(value, measure.decimals), missing: null }
  const denominator = Math.max(1, Math.round(place.people * measure.share * (1 + 0.04 * part)))
  const numerator = Math.min(denominator, Math.round((Math.min(98, value) / 100) * denominator))
  return {
    ...{ place, year, numerator, denominator, missing: null },
    value: rounded((numerator / denominator) * 100, measure.decimals),
  }
}

const largestShare = (place: DemoPlace): number => (largest(place) === 1 ? 1 : 1.01)
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

/** Some figures are missing, each for a reason that is seen in practice. */
function missingOf(
  { key, supplier }: DemoMeasure,
  { level, name, people }: DemoPlace,
  year: number,
  last: number,
): DemoFigure['missing'] {
  if (level !== 'AREA' && level !== 'ESTATE') return null
  if (key === 'fravaer' && year === last - 5) return 'NOT_COLLECTED'
  if ((key === 'sprog' || key === 'dagtilbud') && people < 300) return 'NOT_APPLICABLE'
  if (key === 'sigtede' && people < 700) return 'WITHHELD'
  if (supplier === 'Boligorganisationerne' && year === last && noise('late', name) > 0.8) return 'NOT_DELIVERED'
  return null
}
