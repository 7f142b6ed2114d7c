import { z } from 'zod'
import type { Database } from '../../../database/database.ts'
import { type RowReader, rowReaderIn } from '../../../database/reader.ts'
import { column, type RowOf, type Rows, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Tx } from '../../../database/write.ts'
import type { Homes } from './estates/estate-rules.ts'

/** All that is told of the town's places, as it was told: a town has some dozens of areas and some hundreds of estates. */

const placeColumns = {
  id: column.number,
  slug: column.text,
  name: column.text,
  from: column.day,
  to: column.orNull(column.day),
  version: column.number,
}
const dated = { id: column.number, from: column.day, correctsId: column.orNull(column.number) }
/** Who told it and when; nobody: the system. */
const told = { by: column.orNull(column.text), at: column.moment }

const districtRow = rowsOf({ ...placeColumns, definition: column.text, source: column.text })
const areaRow = rowsOf(placeColumns)
const areaDistrictRow = rowsOf({ ...dated, ...told, areaId: column.number, districtId: column.number })
const estateRow = rowsOf({ ...placeColumns, number: column.text, built: column.orNull(column.number) })
const ids = z.array(z.number())
const delimitationRow = rowsOf({
  ...dated,
  ...told,
  areaId: column.number,
  act: column.oneOf<'FIRST' | 'CHANGE' | 'SPLIT' | 'MERGER' | 'CORRECTION'>(),
  reason: column.text,
  estates: column.json(ids),
  /** The delimitations that it came out of, when areas were split or merged. */
  origins: column.json(ids),
})
const homes = z.object({ family: z.number(), youth: z.number(), elderly: z.number(), other: z.number() })
const factRow = rowsOf({
  ...dated,
  ...told,
  estateId: column.number,
  ownerId: column.orNull(column.number),
  districtId: column.orNull(column.number),
  homes: column.orNull(column.json<Homes>(homes)),
  note: column.text,
})
const ownerRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  shortName: column.text,
  kind: column.text,
  from: column.day,
  to: column.orNull(column.day),
  successorId: column.orNull(column.number),
})
const formerNameRow = rowsOf({
  organisationId: column.number,
  name: column.text,
  from: column.day,
  to: column.day,
})

export type DistrictRow = RowOf<typeof districtRow>
export type AreaRow = RowOf<typeof areaRow>
export type EstateRow = RowOf<typeof estateRow>
export type DelimitationRow = RowOf<typeof delimitationRow>
export type FactRow = RowOf<typeof factRow>
export type AreaDistrictRow = RowOf<typeof areaDistrictRow>

const place = 'x.id, x.slug, x.name, x."from", x."to", x.version'
const toldBy = 'x.id, x."from", x.correctsId, p.name AS by, x.at'
const within = (table: string, column: string) =>
  `(SELECT json_group_array(y.${column} ORDER BY y.${column}) FROM ${table} y WHERE y.delimitationId = x.id)`

const statements = {
  districts: [districtRow, `SELECT ${place}, x.definition, x.source FROM District x ORDER BY x.id`],
  areas: [areaRow, `SELECT ${place} FROM HousingArea x ORDER BY x.id`],
  areaDistricts: [
    areaDistrictRow,
    `SELECT ${toldBy}, x.areaId, x.districtId FROM AreaDistrict x LEFT JOIN Person p ON p.id = x.byId ORDER BY x.id`,
  ],
  estates: [estateRow, `SELECT ${place}, x.number, x.built FROM Estate x ORDER BY x.id`],
  facts: [
    factRow,
    `SELECT ${toldBy}, x.estateId, x.ownerId, x.districtId, x.note, CASE WHEN x.family IS NOT NULL THEN
       json_object('family', x.family, 'youth', x.youth, 'elderly', x.elderly, 'other', x.other) END AS homes
     FROM EstateFact x LEFT JOIN Person p ON p.id = x.byId ORDER BY x.id`,
  ],
  delimitations: [
    delimitationRow,
    `SELECT ${toldBy}, x.areaId, x.act, x.reason, ${within('DelimitationEstate', 'estateId')} AS estates,
       ${within('DelimitationOrigin', 'originId')} AS origins
     FROM AreaDelimitation x LEFT JOIN Person p ON p.id = x.byId ORDER BY x.id`,
  ],
  owners: [
    ownerRow,
    `SELECT x.id, x.slug, x.name, x.shortName, x.kind, x."from", x."to", x.successorId FROM Organisation x
     WHERE x.side = 'HOUSING' ORDER BY x.position, x.id`,
  ],
  formerNames: [formerNameRow, 'SELECT organisationId, name, "from", "to" FROM OrganisationName ORDER BY "from"'],
} as const satisfies Record<string, readonly [Rows<unknown>, string]>

type Statements = typeof statements
type Name = keyof Statements
export type Places = { readonly [K in Name]: RowOf<Statements[K][0]>[] }

const names = Object.keys(statements) as Name[]

/** As they stand for a page. Kept until anything is committed: everybody who reads them reads the same. */
export const readPlaces = (database: Database): Places => kept(database, 'all')

const kept = untilCommit<'all', Places>(
  1,
  ({ sql }) =>
    Object.fromEntries(
      names.map(name => {
        const [rows, text] = statements[name]
        return [name, sql.all<unknown>(rows, text)]
      }),
    ) as Places,
)

/** As they stand in an act's transaction. */
export async function readPlacesIn(tx: Tx): Promise<Places> {
  const read: RowReader = rowReaderIn(tx)
  const found: Partial<Record<Name, unknown[]>> = {}
  for (const name of names) {
    const [rows, text] = statements[name]
    found[name] = await read<unknown>(rows, text)
  }
  return found as Places
}
