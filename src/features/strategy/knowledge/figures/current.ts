import type { Actor } from '../../../../access/actor.ts'
import { untilCommitMade } from '../../../../database/until-commit.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { readerKey } from '../indicators/visible.ts'
import { type FigureQuery, readRawFigures } from './read-figures.ts'
import { figureKey, newestOfEach } from './read-series.ts'
import { type ShownFigure, shownFigures } from './shown-figures.ts'

/** The figures that count of some indicators, as far as this reader may see them; found by indicator, place and year. */
export interface CurrentFigures {
  all: readonly ShownFigure[]
  of(indicatorId: number, placeId: number | null, year: number): ShownFigure | undefined
  /** All years of a place by an indicator. */
  yearsOf(indicatorId: number, placeId: number | null): readonly ShownFigure[]
}

const kept = untilCommitMade<CurrentFigures>(48)

/** Where a year is told by two versions, the newer one counts. One statement, the first time after a change. */
export const readCurrent = (
  actor: Actor,
  indicators: readonly IndicatorRow[],
  query: Omit<FigureQuery, 'versionIds' | 'history'>,
): CurrentFigures => {
  const key = JSON.stringify([readerKey(actor), indicators.map(({ id }) => id), query])
  return kept(actor.database, key, () => currentOf(actor, indicators, query))
}

function currentOf(
  actor: Actor,
  indicators: readonly IndicatorRow[],
  query: Omit<FigureQuery, 'versionIds' | 'history'>,
): CurrentFigures {
  const versions = indicators.flatMap(({ versions }) => versions)
  const raw = readRawFigures(actor.database, { ...query, versionIds: versions.map(({ id }) => id) })
  const numbers = new Map(versions.map(({ id, number }) => [id, number]))
  const counts = newestOfEach(raw, id => numbers.get(id) ?? 0)
  const all = shownFigures(
    actor,
    raw.filter(({ id }) => counts.has(id)),
  )
  const byKey = new Map(all.map(figure => [figureKey(figure.indicatorId, figure.placeId, figure.year), figure]))
  const series = new Map<number, ShownFigure[]>()
  for (const figure of all) {
    const key = figureKey(figure.indicatorId, figure.placeId, 0)
    const known = series.get(key)
    if (known) known.push(figure)
    else series.set(key, [figure])
  }
  return {
    all,
    of: (indicatorId, placeId, year) =>
      placeId === null ? undefined : byKey.get(figureKey(indicatorId, placeId, year)),
    yearsOf: (indicatorId, placeId) => (placeId === null ? [] : (series.get(figureKey(indicatorId, placeId, 0)) ?? [])),
  }
}
