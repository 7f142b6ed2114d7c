import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { MissingKind, RawFigure } from '../figures/figure.ts'
import { inUnits } from '../indicators/indicator-rules.ts'

const deliveryRow = rowsOf({
  id: column.number,
  name: column.text,
  fileHash: column.orNull(column.text),
  source: column.text,
  supplier: column.text,
  note: column.text,
  rows: column.number,
  /** How many of them are never told. */
  hidden: column.number,
  by: column.text,
  at: column.moment,
})
export type DeliveryRow = RowOf<typeof deliveryRow>

const columns = `d.id, d.name, d.fileHash, d.source, d.supplier, d.note, d.rows,
  coalesce((SELECT x.small + x.secondary FROM DiscretionDecision x WHERE x.deliveryId = d.id), 0) AS hidden, p.name AS "by", d.at`

/** The newest first, after the one that the page before ended with. One statement. */
export const readDeliveries = (
  { sql }: Database,
  { words, files, before, limit }: { words: readonly string[]; files: boolean; before: number; limit: number },
): DeliveryRow[] =>
  sql.all(
    deliveryRow,
    `SELECT ${columns} FROM ObservationDelivery d JOIN Person p ON p.id = d.byId
     WHERE d.id < ? ${files ? `AND d.name <> ''` : ''}
       ${words.map(() => `AND instr(fold(d.name || ' ' || d.source || ' ' || d.supplier || ' ' || p.name), ?) > 0`).join(' ')}
     ORDER BY d.id DESC LIMIT ?`,
    before,
    ...words,
    limit,
  )

export const findDelivery = ({ sql }: Database, id: number): DeliveryRow | undefined =>
  sql.get(deliveryRow, `SELECT ${columns} FROM ObservationDelivery d JOIN Person p ON p.id = d.byId WHERE d.id = ?`, id)

const broughtRow = rowsOf({
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

/** What a delivery brought, in its order, with what each of it corrected: as it is stored. One statement. */
export const readBrought = (
  { sql }: Database,
  deliveryId: number,
  { after, corrections, limit }: { after: number; corrections: boolean; limit: number },
): RawFigure[] =>
  sql
    .all(
      broughtRow,
      `WITH brought AS (SELECT o.* FROM Observation o WHERE o.deliveryId = ? AND o.id > ?
         ${corrections ? 'AND o.correctsId IS NOT NULL' : ''} ORDER BY o.id LIMIT ?)
       SELECT o.id, v.indicatorId, o.versionId, o.placeId, o.year, o.value AS steps, o.numerator, o.denominator, o.missing,
              o.correctsId, EXISTS (SELECT 1 FROM Observation c WHERE c.correctsId = o.id) AS corrected,
              EXISTS (SELECT 1 FROM HiddenFigure h WHERE h.observationId = o.id) AS withheld, o.reason,
              o.deliveryId, v.decimals
       FROM (SELECT * FROM brought UNION ALL SELECT x.* FROM brought b CROSS JOIN Observation x ON x.id = b.correctsId) o
         JOIN IndicatorVersion v ON v.id = o.versionId
       ORDER BY o.id`,
      deliveryId,
      after,
      limit,
    )
    .map(({ steps, ...row }) => ({ ...row, value: steps === null ? null : inUnits(steps, row.decimals) }))
