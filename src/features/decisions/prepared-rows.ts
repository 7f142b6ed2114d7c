import type { Database } from '../../database/database.ts'
import { moneyText } from '../../http/fields.ts'
import type { ConsequenceRow } from '../mandates/index.ts'

/**
 * The consequences that a secretariat tried against the mandates before the meeting, as a form holds them: the latest
 * trial of the item, as long as nothing is decided under it. Empty when none was made.
 */
export function preparedRows(db: Database, itemId: number): Record<string, string>[] {
  const found = db.sql.get<{ rows: string }>(
    `SELECT c.rows FROM PreparedCheck c WHERE c.itemId = ? AND c.removedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM Decision d WHERE d.itemId = c.itemId AND d.state <> 'ANNULLED')
     ORDER BY c.id DESC LIMIT 1`,
    itemId,
  )
  if (!found) return []
  return (JSON.parse(found.rows) as { rows: ConsequenceRow[] }).rows.map(row => ({
    organisationId: String(row.organisationId),
    amount: moneyText(row.amount),
    legal: row.legal ?? '',
    organisational: row.organisational ?? '',
  }))
}
