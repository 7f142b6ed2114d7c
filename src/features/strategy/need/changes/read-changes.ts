import { z } from 'zod'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import type { Homes } from '../../../ground/places/index.ts'
import type { ChangeKind, ChangeState } from '../balance/balance-rules.ts'

const homes = z.object({ family: z.number(), youth: z.number(), elderly: z.number(), other: z.number() })

const changeRow = rowsOf({
  id: column.number,
  name: column.text,
  districtId: column.number,
  district: column.text,
  districtSlug: column.text,
  estateId: column.orNull(column.number),
  estate: column.orNull(column.text),
  estateSlug: column.orNull(column.text),
  kind: column.oneOf<ChangeKind>(),
  state: column.oneOf<ChangeState>(),
  year: column.number,
  homes: column.json<Homes>(homes),
  source: column.text,
  by: column.text,
  at: column.moment,
  version: column.number,
})
export type ChangeRow = RowOf<typeof changeRow>

const kept = untilCommit<'all', ChangeRow[]>(1, database =>
  database.sql.all(
    changeRow,
    `SELECT x.id, x.name, x.districtId, d.name AS district, d.slug AS districtSlug, x.estateId, n.name AS estate, n.slug AS estateSlug,
       x.kind, x.state, x.year, json_object('family', x.family, 'youth', x.youth, 'elderly', x.elderly, 'other', x.other) AS homes,
       x.source, p.name AS by, x.at, x.version
     FROM StockChange x JOIN District d ON d.id = x.districtId LEFT JOIN Estate n ON n.id = x.estateId JOIN Person p ON p.id = x.byId
     ORDER BY x.id`,
  ),
)

/** All that is told of homes that come and go: some dozens a year. */
export const readChanges = (database: Database): ChangeRow[] => kept(database, 'all')

/** @throws Refusal when there is none with that number */
export function foundChange(database: Database, id: number): ChangeRow {
  const found = readChanges(database).find(row => row.id === id)
  if (!found) throw notFound('Ændringen findes ikke.')
  return found
}
