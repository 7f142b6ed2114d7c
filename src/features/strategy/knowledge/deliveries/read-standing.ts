import type { Database } from '../../../../database/database.ts'
import { type RowReader, rowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type PlaceLevel, type PlaceRef, placeKey, type RawFigure } from '../figures/figure.ts'
import { type FigureReader, figureReader, figureReaderIn } from '../figures/read-figures.ts'
import type { ObservationDraft, Standing, VersionTerms } from './judge-rows.ts'
import { standingKey } from './judge-rows.ts'

const versionRow = rowsOf({ id: column.number, unit: column.text, decimals: column.number })
const placeRow = rowsOf({
  id: column.number,
  level: column.oneOf<PlaceLevel>(),
  ownId: column.orNull(column.number),
})
const knownRow = rowsOf({ key: column.text })

/** The places that figures have been told of already: their numbers by `placeKey`. */
export async function readPlaceIds(read: RowReader): Promise<Map<string, number>> {
  const rows = await read(
    placeRow,
    'SELECT id, level, coalesce(estateId, areaId, districtId) AS ownId FROM MeasuredPlace ORDER BY id',
  )
  return new Map(rows.map(({ id, level, ownId }) => [ownId === null ? level : `${level} ${ownId}`, id]))
}

/** What rows are judged against, read for the rows' own versions and years. */
async function readStandingBy(
  read: RowReader,
  figures: FigureReader,
  rows: readonly ObservationDraft[],
  today: Day,
): Promise<Standing & { placeIds: Map<string, number> }> {
  const wanted = [...new Set(rows.map(({ versionId }) => versionId))]
  const versions = await read(
    versionRow,
    'SELECT v.id, v.unit, v.decimals FROM IndicatorVersion v WHERE v.id IN (SELECT value FROM json_each(?))',
    JSON.stringify(wanted),
  )
  const places = await read(
    knownRow,
    `SELECT 'ESTATE ' || id AS key FROM Estate UNION ALL SELECT 'AREA ' || id FROM HousingArea
     UNION ALL SELECT 'DISTRICT ' || id FROM District`,
  )
  const known = new Set(places.map(({ key }) => key))
  const placeIds = await readPlaceIds(read)
  const byId = new Map([...placeIds].map(([key, id]) => [id, key]))
  const years = rows.map(({ year }) => year)
  const span = years.reduce(({ from, to }, year) => ({ from: Math.min(from, year), to: Math.max(to, year) }), {
    from: 9999,
    to: 0,
  })
  const standing = new Map<string, RawFigure>()
  // One version at a time: each is some thousands of figures, and others are answered in between.
  for (const { id } of versions)
    for (const figure of await figures({ versionIds: [id], ...span }))
      standing.set(standingKey(figure.versionId, byId.get(figure.placeId) ?? '', figure.year), figure)
  return {
    versions: new Map<number, VersionTerms>(versions.map(version => [version.id, version])),
    knows: (place: PlaceRef) => place.id === undefined || known.has(placeKey(place)),
    figures: standing,
    today,
    placeIds,
  }
}

export const readStandingIn = (tx: Tx, rows: readonly ObservationDraft[], today: Day) =>
  readStandingBy(rowReaderIn(tx), figureReaderIn(tx), rows, today)

/** For a dry run: as it stands for a page. */
export const readStanding = (database: Database, rows: readonly ObservationDraft[], today: Day) =>
  readStandingBy(rowReader(database), figureReader(database), rows, today)
