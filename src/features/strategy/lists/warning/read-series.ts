import type { Actor } from '../../../../access/actor.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { readPlaces, undividedSince } from '../../../ground/places/index.ts'
import { readIndicators, readMeasuredPlaces, readRawFigures, shownFigures } from '../../knowledge/index.ts'
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
  const keyOf = new Map<number, MeasuredKey>()
  for (const [key, { indicatorId }] of sources) {
    const indicator = indicators.find(({ id }) => id === indicatorId)
    for (const version of indicator?.versions ?? []) {
      versions.set(version.id, version.number)
      keyOf.set(version.id, key)
    }
  }
  const measured = readMeasuredPlaces(actor.database).filter(({ level }) => level === 'AREA')
  const figures = shownFigures(
    actor,
    readRawFigures(actor.database, { versionIds: [...versions.keys()], placeIds: measured.map(({ id }) => id) }),
  )
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
  return areaId => ({
    residents: own(areaId, 'RESIDENTS').at(-1)?.value ?? null,
    seriesOf(key) {
      const found = own(areaId, key)
      const last = found.at(-1)
      if (!last) return none
      const value = Math.round((last.value ?? 0) * 100)
      return {
        points: found.map(({ year, value: one }) => ({ year, value: Math.round((one ?? 0) * 100) })),
        last: { value, persons: whole(last.numerator), base: whole(last.denominator) },
        lastYear: last.year,
      }
    },
  })
}

const whole = (count: number | null): number | null => (count === null ? null : Math.round(count))
