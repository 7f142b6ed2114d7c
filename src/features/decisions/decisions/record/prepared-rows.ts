import type { Database } from '../../../../database/database.ts'
import { moneyText } from '../../../../http/forms/fields.ts'
import type { ConsequenceRow, DecisionScope } from '../../mandates/index.ts'

/**
 * What a secretariat tried against the mandates before the meeting, as a form holds it: the housing areas and the
 * consequences of the item's latest trial, as long as nothing is decided under it. Null when none was made.
 */
export function preparedFor(
  db: Database,
  itemId: number,
): { areaIds: string[]; rows: Record<string, string>[] } | null {
  const found = db.sql.get<{ rows: string }>(
    `SELECT c.rows FROM PreparedCheck c WHERE c.itemId = ? AND c.removedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM Decision d WHERE d.itemId = c.itemId AND d.state <> 'ANNULLED')
     ORDER BY c.id DESC LIMIT 1`,
    itemId,
  )
  if (!found) return null
  const { rows, scope } = JSON.parse(found.rows) as { rows: ConsequenceRow[]; scope: DecisionScope }
  return {
    areaIds: (scope.areaIds ?? []).map(String),
    rows: rows.map(row => ({
      organisationId: String(row.organisationId),
      amount: moneyText(row.amount),
      legal: row.legal ?? '',
      organisational: row.organisational ?? '',
    })),
  }
}
