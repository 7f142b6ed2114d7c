import type { Actor } from '../../../../access/actor.ts'
import { untilCommitMade } from '../../../../database/until-commit.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { readIndicators } from '../indicators/queries.ts'
import { readerKey } from '../indicators/visible.ts'
import { readMeasuredPlaces } from './places.ts'
import { readRawFigures } from './read-figures.ts'
import { shownFigures } from './shown-figures.ts'
import { readTold } from './told.ts'

/** A year's value of the town or of an area, as a target is measured by it. */
export interface SeriesValue {
  id: number
  indicatorId: number
  /** Null: the whole town. */
  areaId: number | null
  year: number
  /** Of the indicator's version: 1 is the first. */
  version: number
  value: number
  decimals: number
  source: string
  reason: string
  correctsId: number | null
  /** Another stands in its place: a correction, or the same year counted by a newer version. */
  corrected: boolean
  by: string
  at: Instant
}

/**
 * The values of some indicators for the town and its areas that this reader may see, corrected ones among them, by place,
 * year and in the order they came. Two statements, the first time after a change.
 */
export const readSeries = (actor: Actor, indicatorIds: readonly number[]): readonly SeriesValue[] =>
  kept(actor.database, `${readerKey(actor)} ${indicatorIds}`, () => seriesOf(actor, indicatorIds))

const kept = untilCommitMade<readonly SeriesValue[]>(16)

function seriesOf(actor: Actor, indicatorIds: readonly number[]): SeriesValue[] {
  const wanted = new Set(indicatorIds)
  const versions = readIndicators(actor.database).flatMap(({ id, versions }) => (wanted.has(id) ? versions : []))
  const places = readMeasuredPlaces(actor.database).filter(({ level }) => level === 'TOWN' || level === 'AREA')
  const figures = shownFigures(
    actor,
    readRawFigures(actor.database, {
      versionIds: versions.map(({ id }) => id),
      placeIds: places.map(({ id }) => id),
      history: true,
    }),
  )
  const areaOf = new Map(places.map(({ id, areaId }) => [id, areaId]))
  const told = readTold(actor.database, figures)
  const number = new Map(versions.map(version => [version.id, version.number]))
  const counts = newestOfEach(figures, id => number.get(id) ?? 0)
  return figures.flatMap(figure => {
    const by = told.get(figure.deliveryId)
    if (figure.value === null || !by) return []
    const { id, indicatorId, versionId, placeId, year, value, decimals, reason, correctsId } = figure
    return [
      {
        ...{ id, indicatorId, areaId: areaOf.get(placeId) ?? null, year, value, decimals, reason, correctsId },
        version: number.get(versionId) ?? 0,
        ...{ corrected: !counts.has(id), source: by.source, by: by.by, at: by.at },
      },
    ]
  })
}

interface Counted {
  id: number
  indicatorId: number
  versionId: number
  placeId: number
  year: number
  corrected: boolean
}

/** One number for an indicator, a place and a year: thousands of figures are found by it. */
export const figureKey = (indicatorId: number, placeId: number, year: number): number =>
  (indicatorId * 1_000_000 + placeId) * 10_000 + year

/** Of each place and year the figure that counts: not corrected, and of the newest version that tells of that year. */
export function newestOfEach(figures: readonly Counted[], numberOf: (versionId: number) => number): Set<number> {
  const best = new Map<number, Counted>()
  for (const figure of figures) {
    if (figure.corrected) continue
    const key = figureKey(figure.indicatorId, figure.placeId, figure.year)
    const known = best.get(key)
    if (!known || numberOf(known.versionId) < numberOf(figure.versionId)) best.set(key, figure)
  }
  return new Set([...best.values()].map(({ id }) => id))
}
