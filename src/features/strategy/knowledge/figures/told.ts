import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'

const toldRow = rowsOf({
  id: column.number,
  name: column.text,
  source: column.text,
  supplier: column.text,
  by: column.text,
  at: column.moment,
})
/** Of the delivery that figures came with: its file, where they stand, who delivered them, and who took them in when. */
export type ToldBy = RowOf<typeof toldRow>

/** Of some figures' deliveries, by their numbers. One statement. */
export function readTold({ sql }: Database, figures: readonly { deliveryId: number }[]): ReadonlyMap<number, ToldBy> {
  const rows = sql.all(
    toldRow,
    `SELECT d.id, d.name, d.source, d.supplier, p.name AS "by", d.at
     FROM json_each(?) AS wanted CROSS JOIN ObservationDelivery d ON d.id = wanted.value JOIN Person p ON p.id = d.byId`,
    JSON.stringify([...new Set(figures.map(({ deliveryId }) => deliveryId))]),
  )
  return new Map(rows.map(row => [row.id, row]))
}
