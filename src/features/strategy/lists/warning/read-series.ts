import type { Actor } from '../../../../access/actor.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { readPlaces, undividedSince } from '../../../ground/places/index.ts'
import { readIndicators, readMeasuredPlaces, readRawFigures, shownFigures } from '../../knowledge/index.ts'
import { criterionKeys } from '../labels.ts'
import type { Figure, Figures } from '../rules/judge-area.ts'
import type { CriterionKey } from '../rules/statutory-rules.ts'
import type { CriterionSeries } from './warn.ts'

/** What is measured for the rules: the criteria, and how many live there. */
export type MeasuredKey = CriterionKey | 'RESIDENTS'

const sourceRow = rowsOf({
  id: column.number,
  key: column.oneOf<MeasuredKey>(),
  indicatorId: column.orNull(column.number),
  by: column.text,
  at: column.moment,
})
export type SourceRow = RowOf<typeof sourceRow>

/** Which indicator measures which criterion: the last one that was chosen counts. One statement. */
export const readSources = (actor: Actor): Map<MeasuredKey, SourceRow> =>
  new Map(
    actor.database.sql
      .all(
        sourceRow,
        `SELECT s.id, s.key, s.indicatorId, p.name AS by, s.at FROM CriterionSource s JOIN Person p ON p.id = s.byId ORDER BY s.id`,
      )
      .map(row => [row.key, row]),
  )

export interface MeasuredArea {
  residents: number | null
  seriesOf(key: CriterionKey): CriterionSeries
  /** What was measured of one year alone: nothing is compared, so no break is in the way. */
  in(year: number): { residents: number | null; figures: Figures }
}

const none: CriterionSeries = { points: [], last: null, lastYear: null }

/**
 * What the portal has measured of every area for the rules, as far as this reader may see it and since the area has
 * consisted of the same estates: read once, and asked of each.
 */
export function measuredAreas(actor: Actor): (areaId: number) => MeasuredArea {
  const sources = readSources(actor)
  const indicators = readIndicators(actor.database)
  const versions = new Map<number, number>()
  /** Income is held against the region's: an indicator in kroner is divided by what it is there. */
  const inKroner = new Set<number>()
  const keyOf = new Map<number, MeasuredKey>()
  for (const [key, { indicatorId }] of sources) {
    const indicator = indicators.find(({ id }) => id === indicatorId)
    for (const version of indicator?.versions ?? []) {
      versions.set(version.id, version.number)
      if (key === 'INCOME' && version.unit !== '%') inKroner.add(version.id)
      keyOf.set(version.id, key)
    }
  }
  const measured = readMeasuredPlaces(actor.database).filter(({ level }) => level === 'AREA' || level === 'REGION')
  const region = measured.find(({ level }) => level === 'REGION')?.id
  const told = shownFigures(
    actor,
    readRawFigures(actor.database, { versionIds: [...versions.keys()], placeIds: measured.map(({ id }) => id) }),
  )
  const ofRegion = new Map(
    told.filter(({ placeId }) => placeId === region).map(one => [`${one.versionId} ${one.year}`, one.value]),
  )
  const figures = told
    .filter(({ placeId }) => placeId !== region)
    .map(figure => (inKroner.has(figure.versionId) ? againstRegion(figure, ofRegion) : figure))
  const areaOf = new Map(measured.map(({ id, areaId }) => [id, areaId]))
  const byArea = new Map<string, typeof figures>()
  for (const figure of figures) {
    const key = `${areaOf.get(figure.placeId)} ${keyOf.get(figure.versionId)}`
    byArea.set(key, [...(byArea.get(key) ?? []), figure])
  }
  const places = readPlaces(actor.database)
  /** The figures of the newest definition alone, since the last break: nothing is compared across either. */
  const own = (areaId: number, key: MeasuredKey) => {
    const all = byArea.get(`${areaId} ${key}`) ?? []
    const newest = Math.max(0, ...all.map(({ versionId }) => versions.get(versionId) ?? 0))
    const area = places.areas.find(({ id }) => id === areaId)
    const since = area ? undividedSince(area, places.delimitations, actor.today) : null
    return all
      .filter(
        ({ versionId, year, value, hidden }) =>
          versions.get(versionId) === newest && value !== null && !hidden && since !== null && year >= yearOf(since),
      )
      .sort((one, other) => one.year - other.year)
  }
  /** Of the newest definition that tells of the year. */
  const inYear = (areaId: number, key: MeasuredKey, year: number) =>
    (byArea.get(`${areaId} ${key}`) ?? [])
      .filter(figure => figure.year === year && figure.value !== null && !figure.hidden)
      .sort((one, other) => (versions.get(other.versionId) ?? 0) - (versions.get(one.versionId) ?? 0))[0]
  return areaId => ({
    in: year => ({
      residents: inYear(areaId, 'RESIDENTS', year)?.value ?? null,
      figures: Object.fromEntries(
        criterionKeys.flatMap(key => {
          const figure = inYear(areaId, key, year)
          return figure ? [[key, figureOf(figure)]] : []
        }),
      ),
    }),
    residents: own(areaId, 'RESIDENTS').at(-1)?.value ?? null,
    seriesOf(key) {
      const found = own(areaId, key)
      const last = found.at(-1)
      if (!last) return none
      return {
        points: found.map(({ year, value: one }) => ({ year, value: Math.round((one ?? 0) * 100) })),
        last: figureOf(last),
        lastYear: last.year,
      }
    },
  })
}

interface Measured {
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** As the rules are asked: in hundredths of a per cent. */
const figureOf = ({ value, numerator, denominator }: Measured): Figure => ({
  ...{ value: Math.round((value ?? 0) * 100), persons: whole(numerator), base: whole(denominator) },
})

/** Per cent of the region's figure of the same year; none where that is not told. It is no count of people. */
function againstRegion<One extends Measured & { versionId: number; year: number }>(
  figure: One,
  ofRegion: ReadonlyMap<string, number | null>,
): One {
  const whole = ofRegion.get(`${figure.versionId} ${figure.year}`) ?? null
  const value = figure.value === null || whole === null || whole === 0 ? null : (figure.value / whole) * 100
  return { ...figure, value, numerator: null, denominator: null }
}

const whole = (count: number | null): number | null => (count === null ? null : Math.round(count))
