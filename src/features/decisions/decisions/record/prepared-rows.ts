import type { Database } from '../../../../database/database.ts'
import { rowsOf } from '../../../../database/rows.ts'
import { moneyText } from '../../../../http/forms/fields.ts'
import { triedColumn } from '../../mandates/index.ts'
import { takenSql } from '../decision-state.ts'

const preparedRow = rowsOf({
  tried: triedColumn,
})

/**
 * What a secretariat tried against the mandates before the meeting, as a form holds it: the housing areas and the
 * consequences of the item's latest trial, as long as nothing is decided under it. Null when none was made.
 */
export function preparedFor(
  db: Database,
  itemId: number,
): { areaIds: string[]; rows: Record<string, string>[] } | null {
  const found = db.sql.get(
    preparedRow,
    `SELECT c.rows AS tried FROM PreparedCheck c WHERE c.itemId = ? AND c.removedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM Decision d WHERE d.itemId = c.itemId AND ${takenSql('d')})
     ORDER BY c.id DESC LIMIT 1`,
    itemId,
  )
  if (!found) return null
  const { rows, scope } = found.tried
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
