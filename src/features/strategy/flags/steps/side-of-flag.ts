import type { Side } from '../../../../access/actor.ts'
import type { Subject } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'

const organisationRow = rowsOf({ id: column.number, side: column.orNull(column.oneOf<Side>()), kind: column.text })

/** Whose flag it is, as the right to acknowledge it asks; null: there is none. Everybody of the parties knows of it. */
export function sideOfFlag(database: Database, number: string): Subject | null {
  const [found] = database.sql.all(
    organisationRow,
    'SELECT o.id, o.side, o.kind FROM Flag f JOIN Organisation o ON o.id = f.organisationId WHERE f.number = ?',
    number,
  )
  return found ? { organisation: { ...found, parentId: null }, known: true } : null
}
