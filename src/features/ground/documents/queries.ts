import type { View } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { storedFileColumns } from './stored-file.ts'

const attachmentRow = rowsOf({ name: column.text, ...storedFileColumns })
export type ReadableAttachment = RowOf<typeof attachmentRow>

/**
 * Access is inherited from the item (domain §6). One who prepares the meeting reads every attachment that is on it; the
 * others what has been sent with an agenda or a supplement, also when it has been taken off since. A closed item's
 * attachments are read by those who read closed items and are not recused for it.
 */
export function readableAttachment(db: Database, view: View, id: number): ReadableAttachment | null {
  const sent = `EXISTS (SELECT 1 FROM AgendaVersion v WHERE v.meetingId = m.id AND v.sentAt >= a.addedAt
    AND (a.removedAt IS NULL OR a.removedAt > v.sentAt))`
  return (
    db.sql.get(
      attachmentRow,
      `SELECT a.name, d.mediaType, d.size, d.hash
       FROM Attachment a JOIN Document d ON d.id = a.documentId JOIN AgendaItem i ON i.id = a.itemId
       JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE a.id = ? AND ${view.agendas('m')} AND (${view.drafts('m')} OR ${sent})
         AND ${view.itemTexts('m', 'i', 't')}`,
      id,
    ) ?? null
  )
}
