import type { Database } from '../../../../database/database.ts'
import { readIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import { inUnits } from '../indicators/indicator-rules.ts'
import type { MissingKind, RawFigure } from './figure.ts'

const figureRow = rowsOf({
  id: column.number,
  indicatorId: column.number,
  versionId: column.number,
  placeId: column.number,
  year: column.number,
  steps: column.orNull(column.number),
  numerator: column.orNull(column.number),
  denominator: column.orNull(column.number),
  missing: column.orNull(column.oneOf<MissingKind>()),
  correctsId: column.orNull(column.number),
  corrected: column.flag,
  withheld: column.flag,
  reason: column.text,
  deliveryId: column.number,
  decimals: column.number,
})

/** Which figures: of these versions, at these places, in these years, both counted. */
export interface FigureQuery {
  versionIds: readonly number[]
  /** In MeasuredPlace; left out: all of them. */
  placeIds?: readonly number[]
  from?: number
  to?: number
  /** Also those that were corrected, in the order in which they came. */
  history?: boolean
}

// From the few versions and places to the many figures: each pair is one walk along the index.
const statement = (query: FigureQuery): string =>
  `SELECT o.id, v.indicatorId, o.versionId, o.placeId, o.year, o.value AS steps, o.numerator, o.denominator, o.missing,
          o.correctsId, c.id IS NOT NULL AS corrected, h.observationId IS NOT NULL AS withheld, o.reason, o.deliveryId, v.decimals
   FROM json_each(?) AS wanted CROSS JOIN IndicatorVersion v ON v.id = wanted.value
     ${query.placeIds ? 'CROSS JOIN json_each(?) AS place' : ''}
     CROSS JOIN Observation o ON o.versionId = v.id ${query.placeIds ? 'AND o.placeId = place.value' : ''}
       AND o.year BETWEEN ? AND ?
     LEFT JOIN Observation c ON c.correctsId = o.id LEFT JOIN HiddenFigure h ON h.observationId = o.id
   ${query.history ? '' : 'WHERE c.id IS NULL'}
   ORDER BY o.versionId, o.placeId, o.year, o.id`

const valuesOf = ({ versionIds, placeIds, from = 0, to = 9999 }: FigureQuery): (string | number)[] => [
  JSON.stringify(versionIds),
  ...(placeIds ? [JSON.stringify(placeIds)] : []),
  from,
  to,
]

const figureOf = ({ steps, ...row }: RowOf<typeof figureRow>): RawFigure => ({
  ...row,
  value: steps === null ? null : inUnits(steps, row.decimals),
})

/** As they are stored. One statement. Whoever prints them asks `shownFigures` first. */
export const readRawFigures = (database: Database, query: FigureQuery): RawFigure[] =>
  database.sql.all(figureRow, statement(query), ...valuesOf(query)).map(figureOf)

/** The same in an act's transaction. */
export const readRawFiguresIn = async (tx: Tx, query: FigureQuery): Promise<RawFigure[]> =>
  (await readIn(tx, figureRow, statement(query), ...valuesOf(query))).map(figureOf)

export type FigureReader = (query: FigureQuery) => RawFigure[] | Promise<RawFigure[]>
export const figureReader =
  (database: Database): FigureReader =>
  query =>
    readRawFigures(database, query)
export const figureReaderIn =
  (tx: Tx): FigureReader =>
  query =>
    readRawFiguresIn(tx, query)
