import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import type { TiedFigure } from './figure-table.ts'
import type { Counting, DiscretionLimits, Dwellers } from './small-rules.ts'
import { usualLimits } from './small-rules.ts'

const versionRow = rowsOf({
  id: column.number,
  indicatorId: column.number,
  unit: column.text,
  decimals: column.number,
  denominator: column.text,
  averagingYears: column.number,
})
const figureRow = rowsOf({
  id: column.number,
  versionId: column.number,
  place: column.text,
  year: column.number,
  value: column.number,
  numerator: column.orNull(column.number),
  denominator: column.orNull(column.number),
  deliveryId: column.number,
  correctsId: column.orNull(column.number),
  hidden: column.flag,
})
const yearRow = rowsOf({ indicatorId: column.number, year: column.number })
export const statedRow = rowsOf({
  id: column.number,
  residents: column.number,
  households: column.number,
  cell: column.number,
  residentsId: column.orNull(column.number),
  householdsId: column.orNull(column.number),
})
const dwellersRow = rowsOf({
  indicatorId: column.number,
  place: column.text,
  year: column.number,
  value: column.number,
  decimals: column.number,
})

/** Units that count people or their households: a count of anything else tells of nobody. */
const isOfPeople = (unit: string): boolean =>
  /^(antal|person|beboer|borger|indbygger|husstand|familie|børn|barn|unge|elev|ledige?|voksne|sag|anmeldelse|lejer|flytning)/i.test(
    unit,
  )

const placeKeySql = `m.level || CASE WHEN m.level IN ('TOWN', 'REGION', 'COUNTRY') THEN ''
  ELSE ' ' || coalesce(m.estateId, m.areaId, m.districtId) END`

export type StatedRow = RowOf<typeof statedRow>
/** As they hold now. */
export const limitsSql =
  'SELECT id, residents, households, cell, residentsId, householdsId FROM DiscretionLimits ORDER BY id DESC LIMIT 1'

export interface StatedLimits extends DiscretionLimits {
  /** The indicators that tell how many live in a place; null: none is named. */
  residentsId: number | null
  householdsId: number | null
}

/** As they stand in a change; with the number nought, the usual ones. */
export async function readLimits(read: RowReader): Promise<StatedRow> {
  const [stated] = await read(statedRow, limitsSql)
  return stated ?? { id: 0, ...usualLimits, residentsId: null, householdsId: null }
}

/** How each version of some indicators counts. */
export async function readCounting(
  tx: Tx,
  indicatorIds: readonly number[],
): Promise<Map<number, Counting & { decimals: number }>> {
  const rows = await rowReaderIn(tx)(
    versionRow,
    `SELECT id, indicatorId, unit, decimals, denominator, averagingYears FROM IndicatorVersion
     WHERE indicatorId IN (SELECT value FROM json_each(?))`,
    JSON.stringify(indicatorIds),
  )
  return new Map(
    rows.map(({ id, indicatorId, unit, decimals, denominator, averagingYears }) => [
      id,
      {
        ...{ versionId: id, indicatorId, averagingYears, decimals },
        isCount: denominator === '' && decimals === 0 && isOfPeople(unit),
        isShare: unit === '%',
      },
    ]),
  )
}

/** Of which indicators and years a delivery brought figures. */
export const readBroughtYears = async (tx: Tx, deliveryId: number): Promise<{ indicatorId: number; year: number }[]> =>
  rowReaderIn(tx)(
    yearRow,
    `SELECT DISTINCT v.indicatorId, o.year FROM Observation o JOIN IndicatorVersion v ON v.id = o.versionId
     WHERE o.deliveryId = ? ORDER BY v.indicatorId, o.year`,
    deliveryId,
  )

/** All figures of some versions in some years, corrected ones among them; those of the delivery are not decided yet. */
export async function readTiedFigures(
  tx: Tx,
  versions: ReadonlyMap<number, { decimals: number }>,
  { from, to }: { from: number; to: number },
  deliveryId: number,
): Promise<TiedFigure[]> {
  const rows = await rowReaderIn(tx)(
    figureRow,
    `SELECT o.id, o.versionId, ${placeKeySql} AS place, o.year, o.value, o.numerator, o.denominator, o.deliveryId,
       o.correctsId, h.observationId IS NOT NULL AS hidden
     FROM json_each(?) AS wanted CROSS JOIN Observation o ON o.versionId = wanted.value AND o.year BETWEEN ? AND ?
       JOIN MeasuredPlace m ON m.id = o.placeId LEFT JOIN HiddenFigure h ON h.observationId = o.id
     WHERE o.value IS NOT NULL ORDER BY o.id`,
    JSON.stringify([...versions.keys()]),
    from,
    to,
  )
  return rows.map(({ hidden, value, ...row }) => ({
    ...row,
    value: value / 10 ** (versions.get(row.versionId)?.decimals ?? 0),
    before: row.deliveryId === deliveryId ? null : hidden ? 'hidden' : 'shown',
  }))
}

/** How many live in each place, by the indicators that tell it; where a year is not told yet, the last one before it. */
export async function readDwellers(
  tx: Tx,
  { residentsId, householdsId }: StatedLimits,
): Promise<(place: string, year: number) => Dwellers> {
  const ids = [residentsId, householdsId].filter(id => id !== null)
  const rows =
    ids.length === 0
      ? []
      : await rowReaderIn(tx)(
          dwellersRow,
          `SELECT v.indicatorId, ${placeKeySql} AS place, o.year, o.value, v.decimals
     FROM json_each(?) AS wanted CROSS JOIN IndicatorVersion v ON v.indicatorId = wanted.value
       CROSS JOIN Observation o ON o.versionId = v.id JOIN MeasuredPlace m ON m.id = o.placeId
     WHERE o.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Observation c WHERE c.correctsId = o.id)
     ORDER BY o.year, v.number`,
          JSON.stringify(ids),
        )
  const told = new Map<string, { year: number; value: number }[]>()
  for (const { indicatorId, place, year, value, decimals } of rows) {
    const key = `${indicatorId} ${place}`
    told.set(key, [...(told.get(key) ?? []), { year, value: value / 10 ** decimals }])
  }
  const last = (id: number | null, place: string, year: number): number | null =>
    (id === null ? undefined : told.get(`${id} ${place}`)?.findLast(one => one.year <= year))?.value ?? null
  return (place, year) => ({
    residents: last(residentsId, place, year),
    households: last(householdsId, place, year),
  })
}
