import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { PlaceLevel } from './figure.ts'

const placeRow = rowsOf({
  id: column.number,
  level: column.oneOf<PlaceLevel>(),
  areaId: column.orNull(column.number),
  districtId: column.orNull(column.number),
  estateId: column.orNull(column.number),
  name: column.orNull(column.text),
  slug: column.orNull(column.text),
})
export type MeasuredPlaceRow = RowOf<typeof placeRow>

/** What figures have been told of: some hundreds of places. One statement, kept until anything is committed. */
export const readMeasuredPlaces = (database: Database): MeasuredPlaceRow[] => kept(database, 'all')

const kept = untilCommit<'all', MeasuredPlaceRow[]>(1, ({ sql }) =>
  sql.all(
    placeRow,
    `SELECT p.id, p.level, p.areaId, p.districtId, p.estateId,
            coalesce(a.name, d.name, e.number || ' ' || e.name) AS name, coalesce(a.slug, d.slug, e.slug) AS slug
     FROM MeasuredPlace p LEFT JOIN HousingArea a ON a.id = p.areaId LEFT JOIN District d ON d.id = p.districtId
       LEFT JOIN Estate e ON e.id = p.estateId ORDER BY p.id`,
  ),
)
