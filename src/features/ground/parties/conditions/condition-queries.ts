import type { Database } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { ConditionKind } from '../labels.ts'

export interface ConditionRow {
  id: number
  organisationId: number
  organisation: string
  kind: ConditionKind
  title: string
  text: string
  from: Day
  to: Day | null
}

/** Organisations' conditions, those of the first named first; the latest of each first. */
export const readConditions = (db: Database, organisationIds: readonly number[]): ConditionRow[] =>
  db.sql.all(
    `SELECT c.id, c.organisationId, o.name AS organisation, c.kind, c.title, c.text, c."from", c."to"
     FROM Condition c JOIN Organisation o ON o.id = c.organisationId
     WHERE c.organisationId IN (?, ?) ORDER BY c.organisationId = ? DESC, c."from" DESC, c.id DESC LIMIT 100`,
    organisationIds[0] ?? 0,
    organisationIds[1] ?? 0,
    organisationIds[0] ?? 0,
  )
