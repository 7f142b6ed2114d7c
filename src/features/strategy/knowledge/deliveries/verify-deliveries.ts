import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { hashOn, noRows, portion, type SealedRow } from './rows-hash.ts'

const deliveryRow = rowsOf({ id: column.number, rows: column.number, rowsHash: column.text })
const observationRow = rowsOf({
  id: column.number,
  versionId: column.number,
  placeId: column.number,
  year: column.number,
  value: column.orNull(column.number),
  numerator: column.orNull(column.number),
  denominator: column.orNull(column.number),
  missing: column.orNull(column.text),
  correctsId: column.orNull(column.number),
  reason: column.text,
})

/** Every figure is as it was delivered: the hash over a delivery's rows, which the chain seals with it, is worked out anew. */
export function verifyDeliveries(database: Database): Finding {
  const deliveries = database.sql.all(deliveryRow, 'SELECT id, rows, rowsHash FROM ObservationDelivery ORDER BY id')
  const wrong = deliveries.flatMap(({ id, rows, rowsHash }) => {
    const found = hashOf(database, id)
    if (found.rows !== rows) return [`Delivery ${id} has ${found.rows} figures and not ${rows}.`]
    // Those of before deliveries had hashes were sealed row by row until then.
    return rowsHash !== '' && found.hash !== rowsHash ? [`Delivery ${id} is not as it came.`] : []
  })
  return { check: 'Every figure is as it was delivered', wrong }
}

function hashOf({ sql }: Database, deliveryId: number): { rows: number; hash: string } {
  let [hash, rows, last] = [noRows, 0, 0]
  while (true) {
    const some = sql.all(
      observationRow,
      `SELECT id, versionId, placeId, year, value, numerator, denominator, missing, correctsId, reason FROM Observation
       WHERE deliveryId = ? AND id > ? ORDER BY id LIMIT ${portion}`,
      deliveryId,
      last,
    )
    const end = some.at(-1)
    if (!end) return { rows, hash }
    hash = hashOn(hash, some.map(sealedOf))
    rows += some.length
    last = end.id
  }
}

const sealedOf = (row: RowOf<typeof observationRow>): SealedRow => [
  row.versionId,
  row.placeId,
  row.year,
  row.value,
  row.numerator,
  row.denominator,
  row.missing,
  row.correctsId,
  row.reason,
]
