import type { CurrentFigures } from '../figures/current.ts'
import type { PlaceLevel } from '../figures/figure.ts'
import { withUnit } from '../figures/figure-cell.ts'
import type { KnownPlace } from '../figures/known-places.ts'
import { numberText } from '../indicators/indicator-rules.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import type { ThresholdRow } from './read-thresholds.ts'
import { isBeyond, limitOf } from './threshold-rules.ts'

/** A threshold as it stands in one year. */
export interface Limit {
  threshold: ThresholdRow
  value: number
}

/** What a year's figures of an indicator are held against, as far as the reference values are there to be shown. */
export function limitsIn(
  indicator: IndicatorRow,
  year: number,
  known: {
    thresholds: readonly ThresholdRow[]
    figures: CurrentFigures
    wholes: ReadonlyMap<PlaceLevel, number | null>
  },
): Limit[] {
  const referenceOf = (level: PlaceLevel) =>
    known.figures.of(indicator.id, known.wholes.get(level) ?? null, year)?.value ?? null
  return known.thresholds
    .filter(({ indicatorId }) => indicatorId === indicator.id)
    .flatMap(threshold => {
      const value = limitOf(threshold, year, referenceOf)
      return value === null ? [] : [{ threshold, value }]
    })
}

export const beyondOf = (value: number | null, limits: readonly Limit[]): Limit[] =>
  value === null ? [] : limits.filter(limit => isBeyond(limit.threshold, value, limit.value))

/** The town's, the region's and the country's numbers among places that figures are told of. */
export const wholesOf = (places: readonly KnownPlace[]): Map<PlaceLevel, number | null> =>
  new Map(
    places
      .filter(({ level }) => level === 'TOWN' || level === 'REGION' || level === 'COUNTRY')
      .map(({ level, measuredId }) => [level, measuredId]),
  )

/** »Over 40,0 %« */
export const limitText = ({ threshold, value }: Limit, { decimals, unit }: IndicatorRow): string =>
  `${threshold.side === 'ABOVE' ? 'Over' : 'Under'} ${withUnit(numberText(value, decimals), unit)}`
