import type { Database } from '../../../../database/database.ts'
import { readIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Tx } from '../../../../database/write.ts'

const indicatorRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  theme: column.text,
  supplier: column.text,
  visibility: column.oneOf<'OPEN' | 'PARTIES'>(),
  everyYears: column.number,
  dueMonth: column.number,
  nextRelease: column.orNull(column.day),
  endedYear: column.orNull(column.number),
  version: column.number,
})

const versionRow = rowsOf({
  id: column.number,
  indicatorId: column.number,
  number: column.number,
  numerator: column.text,
  denominator: column.text,
  population: column.text,
  unit: column.text,
  decimals: column.number,
  direction: column.oneOf<'HIGHER' | 'LOWER' | 'NEITHER'>(),
  averagingYears: column.number,
  source: column.text,
  comparable: column.flag,
  reason: column.text,
  by: column.text,
  at: column.moment,
  /** The latest year that has a value; null: none has. */
  lastYear: column.orNull(column.number),
  /** The first year that it tells of. */
  firstYear: column.orNull(column.number),
  hasFigures: column.flag,
})
export type VersionRow = RowOf<typeof versionRow>

type Terms = 'unit' | 'decimals' | 'direction' | 'source'

/** An indicator with all its versions, the newest last. Its unit, decimals, direction and source are the newest one's. */
export interface IndicatorRow extends RowOf<typeof indicatorRow>, Pick<VersionRow, Terms> {
  versions: VersionRow[]
  newest: VersionRow
  /** Of all versions: the latest year that has a value. */
  lastYear: number | null
  firstYear: number | null
}

const indicatorSql = `SELECT i.id, i.slug, i.name, i.theme, i.supplier, i.visibility, i.everyYears, i.dueMonth,
    i.nextRelease, i.endedYear, i.version
  FROM Indicator i ORDER BY fold(i.name), i.id LIMIT 1000`

const versionSql = `SELECT v.id, v.indicatorId, v.number, v.numerator, v.denominator, v.population, v.unit, v.decimals,
    v.direction, v.averagingYears, v.source, v.comparable, v.reason, p.name AS "by", v.createdAt AS at,
    (SELECT o.year FROM Observation o WHERE o.versionId = v.id AND o.value IS NOT NULL ORDER BY o.year DESC LIMIT 1) AS lastYear,
    (SELECT min(o.year) FROM Observation o WHERE o.versionId = v.id) AS firstYear,
    EXISTS (SELECT 1 FROM Observation o WHERE o.versionId = v.id) AS hasFigures
  FROM IndicatorVersion v JOIN Person p ON p.id = v.createdById ORDER BY v.indicatorId, v.number`

/** Every indicator, by name; a town has some dozens. Two statements, kept until anything is committed. */
export const readIndicators = (database: Database): IndicatorRow[] => kept(database, 'all')

const kept = untilCommit<'all', IndicatorRow[]>(1, ({ sql }) =>
  together(sql.all(indicatorRow, indicatorSql), sql.all(versionRow, versionSql)),
)

/** The same in an act's transaction, by name no more than the database sorts it. */
export const readIndicatorsIn = async (tx: Tx): Promise<IndicatorRow[]> =>
  together(
    await readIn(tx, indicatorRow, indicatorSql.replace('fold(i.name)', 'i.name')),
    await readIn(tx, versionRow, versionSql),
  )

function together(indicators: RowOf<typeof indicatorRow>[], versions: VersionRow[]): IndicatorRow[] {
  const own = new Map<number, VersionRow[]>()
  for (const version of versions) own.set(version.indicatorId, [...(own.get(version.indicatorId) ?? []), version])
  return indicators.flatMap(indicator => {
    const all = own.get(indicator.id) ?? []
    const newest = all.at(-1)
    if (!newest) return []
    const years = all.flatMap(({ lastYear }) => lastYear ?? [])
    const first = all.flatMap(({ firstYear }) => firstYear ?? [])
    const { unit, decimals, direction, source } = newest
    return [
      {
        ...indicator,
        ...{ unit, decimals, direction, source },
        versions: all,
        newest,
        lastYear: years.length > 0 ? Math.max(...years) : null,
        firstYear: first.length > 0 ? Math.min(...first) : null,
      },
    ]
  })
}

/** The unit that a figure was counted in: of its version. */
export const unitOf = ({ versions, unit }: IndicatorRow, figure: { versionId: number } | undefined): string =>
  versions.find(({ id }) => id === figure?.versionId)?.unit ?? unit

export const findIndicator = (database: Database, slug: string): IndicatorRow | undefined =>
  readIndicators(database).find(indicator => indicator.slug === slug)
