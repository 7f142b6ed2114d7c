import type { Actor } from '../../access/actor.ts'
import { viewOf } from '../../access/visibility.ts'
import type { Database } from '../../database/database.ts'
import { pageSize } from '../../http/paging.ts'
import type { Day } from '../../kernel/days.ts'

export interface EntryRow {
  id: number
  kind: 'DRAW' | 'RELEASE' | 'RAISE' | 'LOWER'
  amount: number
  at: string
  /** 0: an adjustment of the total, which the note tells of. */
  ofDecision: 0 | 1
  /** Null: the decision is not for this person to see; its amount is, as the remainder tells it anyhow. */
  decision: string | null
  title: string | null
  note: string
  /** Of an adjustment: the deciding body's meeting and item. Null where one of long ago tells it in the note alone. */
  sourceDay: Day | null
  sourceItem: string | null
  hasProtocol: 0 | 1
}

/** The mandate's ledger, oldest first, from after a given entry. */
export function readEntries(actor: Actor, mandateId: number, after: number): EntryRow[] {
  const view = viewOf(actor)
  const visible = view.decisions('d')
  return actor.database.sql.all<EntryRow>(
    `SELECT e.id, e.kind, e.amount, e.at, e.note, e.sourceDay, e.sourceItem,
            e.sourceDocumentId IS NOT NULL AS hasProtocol, e.decisionId IS NOT NULL AS ofDecision,
            CASE WHEN ${visible} THEN d.number END AS decision,
            CASE WHEN ${visible} THEN
              CASE WHEN ${view.insideDecisions('d')} THEN d.title ELSE coalesce(d.publicTitle, 'Lukket punkt') END
            END AS title
     FROM MandateEntry e LEFT JOIN Decision d ON d.id = e.decisionId
     WHERE e.mandateId = ? AND e.id > ? ORDER BY e.id LIMIT ?`,
    mandateId,
    after,
    pageSize + 1,
  )
}

/** What the entries up to one have done to what is left, in øre: below zero when more was taken than given. */
export const leftBefore = (db: Database, mandateId: number, after: number): number =>
  db.sql.get<{ change: number }>(
    `SELECT coalesce(sum(CASE WHEN kind IN ('DRAW', 'LOWER') THEN -amount ELSE amount END), 0) AS change
     FROM MandateEntry WHERE mandateId = ? AND id <= ?`,
    mandateId,
    after,
  )?.change ?? 0

/** The protocol behind an adjustment of the mandate's total. */
export const entryDocumentOf = (
  db: Database,
  mandateId: number,
  entryId: number,
): { number: string; hash: string; mediaType: string } | undefined =>
  db.sql.get(
    `SELECT m.number, d.hash, d.mediaType FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
     JOIN Document d ON d.id = e.sourceDocumentId WHERE e.id = ? AND e.mandateId = ?`,
    entryId,
    mandateId,
  )
