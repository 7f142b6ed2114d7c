import type { Actor } from '../../../../access/actor.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import type { KnownPlace } from '../figures/known-places.ts'
import { readKnownPlaces } from '../figures/known-places.ts'
import { readRawFigures } from '../figures/read-figures.ts'
import { newestOfEach } from '../figures/read-series.ts'
import { type ShownFigure, shownFigures } from '../figures/shown-figures.ts'
import { readTold, type ToldBy } from '../figures/told.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { estatesInArea } from './estates-in.ts'
import { breaksOf, type SeriesBreak, type SeriesPoint } from './series-rules.ts'

/** A year of a place's series, with what it stands in the place of. */
export interface SeriesYear extends SeriesPoint {
  figure: ShownFigure
  /** What it is of: the place itself, or the area that it came out of. */
  place: KnownPlace
  /** What stood there before, the latest first. */
  before: ShownFigure[]
}

export interface PlaceSeries {
  years: SeriesYear[]
  breaks: SeriesBreak[]
  told: ReadonlyMap<number, ToldBy>
  /** Of the wholes, by year and level. */
  wholes: readonly { place: KnownPlace; years: ReadonlyMap<number, ShownFigure> }[]
}

/**
 * R37: a place's years by an indicator, and before them those of the area that it came out of, with the breaks between
 * what cannot be compared. Two statements beside what is kept.
 */
export function readPlaceSeries(actor: Actor, indicator: IndicatorRow, place: KnownPlace): PlaceSeries {
  const all = readKnownPlaces(actor.database)
  const line = [...originsOf(actor, place, all), place]
  const wholes = all.filter(({ level }) => level === 'TOWN' || level === 'REGION' || level === 'COUNTRY')
  const raw = readRawFigures(actor.database, {
    versionIds: indicator.versions.map(({ id }) => id),
    placeIds: [...new Set([...line, ...wholes].flatMap(({ measuredId }) => measuredId ?? []))],
    history: true,
  })
  const numbers = new Map(indicator.versions.map(({ id, number }) => [id, number]))
  const counts = newestOfEach(raw, id => numbers.get(id) ?? 0)
  const shown = shownFigures(actor, raw)
  const current = shown.filter(({ id }) => counts.has(id))
  const yearsOf = (one: KnownPlace) => current.filter(({ placeId }) => placeId === one.measuredId)
  const years: SeriesYear[] = []
  for (const one of line) {
    const own = yearsOf(one)
    const first = own[0]?.year
    // What the area came out of is told up to its own first year.
    if (first !== undefined) while (years.length > 0 && (years.at(-1)?.year ?? 0) >= first) years.pop()
    for (const figure of own)
      years.push({
        ...{ figure, place: one, year: figure.year, value: figure.value },
        ...{ version: numbers.get(figure.versionId) ?? 0, before: beforeOf(figure, shown) },
      })
  }
  return {
    years,
    breaks: breaksIn(actor, indicator, years),
    told: readTold(actor.database, shown),
    wholes: wholes
      .filter(({ measuredId }) => measuredId !== place.measuredId)
      .map(one => ({ place: one, years: new Map(yearsOf(one).map(figure => [figure.year, figure])) }))
      .filter(one => one.years.size > 0),
  }
}

function beforeOf(figure: ShownFigure, all: readonly ShownFigure[]): ShownFigure[] {
  const found: ShownFigure[] = []
  for (let id = figure.correctsId; id !== null; ) {
    const before = all.find(one => one.id === id)
    if (!before) return found
    found.push(before)
    id = before.correctsId
  }
  return found
}

function breaksIn({ database }: Actor, indicator: IndicatorRow, years: readonly SeriesYear[]): SeriesBreak[] {
  const byYear = new Map(years.map(one => [one.year, one.place]))
  const isArea = years.some(({ place }) => place.level === 'AREA')
  if (!isArea) return breaksOf(years, indicator.versions)
  const kept = new Map(
    [...new Set(byYear.values())].map(place => [place, estatesInArea(database, place.ref.id ?? 0)] as const),
  )
  const estates = (year: number) => {
    const place = byYear.get(year)
    return (place && kept.get(place)?.(year)) ?? null
  }
  const found = breaksOf(years, indicator.versions, estates)
  // Another area is another place, whatever is known of its estates.
  const moved = years.slice(1).flatMap((one, at) => {
    const before = years[at] as SeriesYear
    const told = found.some(({ after, kind }) => after === one.year && kind === 'PLACE')
    return before.place === one.place || told ? [] : [{ before: before.year, after: one.year, kind: 'PLACE' as const }]
  })
  return [...found, ...moved].sort((one, other) => one.after - other.after)
}

/** The areas that an area came out of, the earliest first, as far as each came out of one alone. */
function originsOf({ database }: Actor, place: KnownPlace, all: readonly KnownPlace[]): KnownPlace[] {
  if (place.level !== 'AREA') return []
  const { delimitations } = readPlaces(database)
  const found: KnownPlace[] = []
  for (let id = place.ref.id; found.length < 5; ) {
    const own = delimitations.filter(({ areaId }) => areaId === id)
    const origins = new Set(own.flatMap(row => row.origins))
    const from = new Set(
      delimitations.filter(row => origins.has(row.id) && row.areaId !== id).map(({ areaId }) => areaId),
    )
    const [areaId] = from
    const origin = from.size === 1 ? all.find(one => one.level === 'AREA' && one.ref.id === areaId) : undefined
    if (!origin || found.includes(origin)) return found
    found.unshift(origin)
    id = origin.ref.id
  }
  return found
}
