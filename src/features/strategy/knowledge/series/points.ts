import type { CurrentFigures } from '../figures/current.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import type { SeriesPoint } from './series-rules.ts'

/** A place's years by an indicator, the earliest first. */
export function pointsOf(
  { id, versions }: IndicatorRow,
  figures: CurrentFigures,
  placeId: number | null,
): SeriesPoint[] {
  const number = new Map(versions.map(version => [version.id, version.number]))
  return figures
    .yearsOf(id, placeId)
    .map(({ year, value, versionId }) => ({ year, value, version: number.get(versionId) ?? 0 }))
    .sort((one, other) => one.year - other.year)
}
