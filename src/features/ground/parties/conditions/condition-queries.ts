import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { ConditionKind } from '../labels.ts'

const conditionRow = rowsOf({
  id: column.number,
  organisationId: column.number,
  organisation: column.text,
  kind: column.oneOf<ConditionKind>(),
  title: column.text,
  text: column.text,
  from: column.day,
  to: column.orNull(column.day),
})
export type ConditionRow = RowOf<typeof conditionRow>

/** Organisations' conditions, those of the first named first; the latest of each first. */
export const readConditions = (db: Database, organisationIds: readonly number[]): ConditionRow[] =>
  db.sql.all(
    conditionRow,
    `SELECT c.id, c.organisationId, o.name AS organisation, c.kind, c.title, c.text, c."from", c."to"
     FROM Condition c JOIN Organisation o ON o.id = c.organisationId
     WHERE c.organisationId IN (?, ?) ORDER BY c.organisationId = ? DESC, c."from" DESC, c.id DESC LIMIT 100`,
    organisationIds[0] ?? 0,
    organisationIds[1] ?? 0,
    organisationIds[0] ?? 0,
  )
