import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { inUnits } from './indicator-rules.ts'

const indicatorRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  unit: column.text,
  decimals: column.number,
  direction: column.oneOf<'HIGHER' | 'LOWER'>(),
  everyYears: column.number,
  dueMonth: column.number,
  source: column.text,
  version: column.number,
  /** How many values it has, and the latest year of them. */
  values: column.number,
  lastYear: column.orNull(column.number),
})
export type IndicatorRow = RowOf<typeof indicatorRow>

/** Every indicator; a town has some dozens. One statement. */
export const readIndicators = (db: Database): IndicatorRow[] =>
  db.sql.all(
    indicatorRow,
    `SELECT i.id, i.slug, i.name, i.unit, i.decimals, i.direction, i.everyYears, i.dueMonth, i.source, i.version,
            count(o.id) AS "values", max(o.year) AS lastYear
     FROM Indicator i LEFT JOIN Observation o ON o.indicatorId = i.id
     GROUP BY i.id ORDER BY fold(i.name), i.id LIMIT 1000`,
  )

export const findIndicator = (db: Database, slug: string): IndicatorRow | undefined =>
  readIndicators(db).find(indicator => indicator.slug === slug)

const valueRow = rowsOf({
  id: column.number,
  indicatorId: column.number,
  areaId: column.orNull(column.number),
  area: column.orNull(column.text),
  areaSlug: column.orNull(column.text),
  year: column.number,
  steps: column.number,
  decimals: column.number,
  source: column.text,
  reason: column.text,
  correctsId: column.orNull(column.number),
  corrected: column.flag,
  by: column.text,
  at: column.moment,
})

export interface SeriesValue extends Omit<RowOf<typeof valueRow>, 'steps'> {
  value: number
}

/** All values of some indicators, corrected ones among them, by place, year and in the order they were entered. One statement. */
export const readSeries = (db: Database, indicatorIds: readonly number[]): SeriesValue[] =>
  db.sql
    .all(
      valueRow,
      `SELECT o.id, o.indicatorId, o.areaId, a.name AS area, a.slug AS areaSlug, o.year, o.value AS steps, i.decimals,
              o.source, o.reason, o.correctsId, EXISTS (SELECT 1 FROM Observation c WHERE c.correctsId = o.id) AS corrected,
              p.name AS "by", o.at
       FROM Observation o JOIN Indicator i ON i.id = o.indicatorId JOIN Person p ON p.id = o.byId
         LEFT JOIN HousingArea a ON a.id = o.areaId
       WHERE o.indicatorId IN (SELECT value FROM json_each(?)) ORDER BY o.indicatorId, o.areaId, o.year, o.id`,
      JSON.stringify(indicatorIds),
    )
    .map(({ steps, ...row }) => ({ ...row, value: inUnits(steps, row.decimals) }))
