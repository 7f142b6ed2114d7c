import type { Actor } from '../../../../access/actor.ts'
import type { CurrentFigures } from '../figures/current.ts'
import type { PlaceLevel } from '../figures/figure.ts'
import { cellOf } from '../figures/figure-cell.ts'
import type { KnownPlace } from '../figures/known-places.ts'
import { seriesPath } from '../paths.ts'
import { estatesInArea } from '../series/estates-in.ts'
import { pointsOf } from '../series/points.ts'
import { breaksOf, changeOf } from '../series/series-rules.ts'
import { signedText } from '../series/signed.ts'
import { beyondOf, type Limit } from '../thresholds/limits.ts'
import { numberText } from './indicator-rules.ts'
import type { IndicatorRow } from './queries.ts'

/** What a year's lines are made of. */
export interface YearFacts {
  indicator: IndicatorRow
  figures: CurrentFigures
  limits: readonly Limit[]
  year: number
  database: Actor['database']
}

/** Those that there are, and those that have ended but are told of in the year. */
export const placesShown = (
  places: readonly KnownPlace[],
  level: PlaceLevel,
  { indicator, figures, year }: YearFacts,
) =>
  places.filter(
    place =>
      place.level === level &&
      (figures.of(indicator.id, place.measuredId, year) !== undefined || (level === 'AREA' && place.to === null)),
  )

export interface YearLine {
  /** Of the place among those of its level. */
  id: number
  name: string
  /** To its years; empty: there are none. */
  href: string
  cell: ReturnType<typeof cellOf>
  value: number | null
  of: string
  beyond: string
  change: string
  broken: string
  corrected: string
}

export function lineOf(place: KnownPlace, { indicator, figures, limits, year, database }: YearFacts): YearLine {
  const figure = figures.of(indicator.id, place.measuredId, year)
  const points = pointsOf(indicator, figures, place.measuredId)
  const estates = place.level === 'AREA' && place.ref.id ? estatesInArea(database, place.ref.id) : undefined
  const breaks = breaksOf(points, indicator.versions, estates)
  const change = changeOf(points, breaks, year, indicator.decimals)
  const broken = breaks.some(({ after }) => after === year)
  const value = figure?.value ?? null
  return {
    id: place.ref.id ?? 0,
    name: place.name,
    href: figure ? seriesPath(indicator.slug, place.address) : '',
    cell: cellOf(figure),
    value,
    of: figure ? countsText(figure) : '',
    beyond: beyondOf(value, limits)
      .map(({ threshold }) => threshold.name)
      .join(', '),
    change: change === null ? '' : signedText(change, indicator.decimals),
    broken: broken ? 'Databrud' : '',
    corrected: figure?.correctsId ? 'Rettet' : '',
  }
}

/** »123 af 456« */
export const countsText = ({
  numerator,
  denominator,
}: {
  numerator: number | null
  denominator: number | null
}): string =>
  numerator === null || denominator === null
    ? ''
    : `${numberText(numerator, decimalsIn(numerator))} af ${numberText(denominator, decimalsIn(denominator))}`

const decimalsIn = (value: number): number => (Number.isInteger(value) ? 0 : 1)

export const worstFirst =
  ({ direction }: IndicatorRow) =>
  (one: YearLine, other: YearLine): number => {
    if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null)
    return direction === 'LOWER' ? other.value - one.value : one.value - other.value
  }
