import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { PlaceLevel } from '../figures/figure.ts'

const thresholdRow = rowsOf({
  id: column.number,
  indicatorId: column.number,
  name: column.text,
  side: column.oneOf<'ABOVE' | 'BELOW'>(),
  kind: column.oneOf<'FACTOR' | 'NUMBER'>(),
  amount: column.number,
  reference: column.orNull(column.oneOf<PlaceLevel>()),
  fromYear: column.number,
  toYear: column.orNull(column.number),
  source: column.text,
  version: column.number,
})
export type ThresholdRow = RowOf<typeof thresholdRow>

/** All thresholds, by name and year. One statement, kept until anything is committed. */
export const readThresholds = (database: Database): ThresholdRow[] => kept(database, 'all')

const kept = untilCommit<'all', ThresholdRow[]>(1, ({ sql }) =>
  sql.all(
    thresholdRow,
    `SELECT t.id, t.indicatorId, t.name, t.side, t.kind, t.amount, t.reference, t.fromYear, t.toYear, t.source, t.version
     FROM Threshold t ORDER BY t.name, t.fromYear, t.id`,
  ),
)
