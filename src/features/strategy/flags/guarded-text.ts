import type { Database } from '../../../database/database.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Tx } from '../../../database/write.ts'
import { type Guarded, type GuardedText, guard } from './flag-rules.ts'

const nameRow = rowsOf({ name: column.text })
const names = `SELECT name FROM Organisation UNION SELECT shortName FROM Organisation UNION SELECT name FROM OrganisationName
  UNION SELECT name FROM Body UNION SELECT name FROM HousingArea UNION SELECT name FROM Estate UNION SELECT name FROM District
  UNION SELECT town FROM Cooperation`

/** A text that everybody reads, held against the names that the portal knows to be those of places and organisations. */
export async function guardIn(tx: Tx, text: GuardedText): Promise<Guarded> {
  const known = await rowReaderIn(tx)(nameRow, names)
  return guard(
    text,
    known.map(({ name }) => name),
  )
}

/** The same for a form: whether it asks if the names are those of places. */
export const asksForNames = (database: Database, text: string): boolean =>
  guard(
    { field: 'reason', text, namesArePlaces: false },
    database.sql.all(nameRow, names).map(({ name }) => name),
  ).names.length > 0
