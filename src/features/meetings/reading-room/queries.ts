import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize } from '../../../http/pages/paging.ts'
import { likeText, sentItems } from '../cases/index.ts'
import type { NotesQuery } from './forms.ts'

const readingRow = rowsOf({ itemId: column.number, versionNumber: column.number })

/** The sending of each of these items that the person has read. */
export const readingsOf = (db: Database, personId: number | null, items: readonly number[]): Map<number, number> =>
  new Map(
    db.sql
      .all(
        readingRow,
        `SELECT r.itemId, r.versionNumber FROM json_each(?) asked
         CROSS JOIN ItemReading r ON r.personId = ? AND r.itemId = asked.value`,
        JSON.stringify(items),
        personId,
      )
      .map(({ itemId, versionNumber }) => [itemId, versionNumber]),
  )

const itemRow = rowsOf({ itemId: column.number })

/** Which of these items the person has stepped out of. */
export const steppedOutOf = (db: Database, personId: number | null, items: readonly number[]): Set<number> =>
  new Set(
    db.sql
      .all(
        itemRow,
        `SELECT r.itemId FROM json_each(?) asked CROSS JOIN Recusal r ON r.itemId = asked.value
         WHERE r.personId = ? AND r.endedAt IS NULL`,
        JSON.stringify(items),
        personId,
      )
      .map(({ itemId }) => itemId),
  )

const noteRow = rowsOf({ itemId: column.number, text: column.text, version: column.number, updatedAt: column.moment })
export type NoteRow = RowOf<typeof noteRow>

/** The person's own notes to a meeting's items. */
export const notesAt = (db: Database, personId: number | null, meetingId: number): Map<number, NoteRow> =>
  new Map(
    db.sql
      .all(
        noteRow,
        `SELECT n.itemId, n.text, n.version, n.updatedAt FROM AgendaItem i
         CROSS JOIN ItemNote n ON n.personId = ? AND n.itemId = i.id WHERE i.meetingId = ?`,
        personId,
        meetingId,
      )
      .map(row => [row.itemId, row]),
  )

const ownNoteRow = rowsOf({
  id: column.number,
  text: column.text,
  updatedAt: column.moment,
  meetingId: column.number,
  meetingNumber: column.text,
  day: column.day,
  bodyName: column.text,
  position: column.number,
  /** null: the writer may no longer read the item. */
  title: column.orNull(column.text),
})
export type OwnNoteRow = RowOf<typeof ownNoteRow>

const orders = {
  nyeste: { by: 'n.updatedAt DESC, n.id DESC', rest: '(n.updatedAt, n.id) < (?, ?)' },
  moede: { by: 'm.day DESC, n.id DESC', rest: '(m.day, n.id) < (?, ?)' },
} as const

/** One's own notes: one more than a page holds, or as many as are asked for. */
export function ownNotes(
  actor: Actor,
  { q, sorter, after }: Pick<NotesQuery, 'q' | 'sorter'> & { after: Cursor | null },
  limit = pageSize + 1,
): OwnNoteRow[] {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const readable = `${view.agendas('m')} AND ${sent.onAgenda('m', 'i')} AND ${view.itemTexts('m', 'i', 't')}`
  const conditions = ['n.personId = ?', `n.text <> ''`]
  const values: SqlValue[] = [actor.personId]
  if (q) {
    conditions.push(`fold(n.text) LIKE ? ESCAPE '\\'`)
    values.push(likeText(q))
  }
  const order = orders[sorter]
  if (after) {
    conditions.push(order.rest)
    values.push(after.key, after.id)
  }
  return actor.database.sql.all(
    ownNoteRow,
    `SELECT n.id, n.text, n.updatedAt, m.id AS meetingId, m.number AS meetingNumber, m.day, b.name AS bodyName,
            i.position, CASE WHEN ${readable} THEN ${sent.field('m', 'i', 'title')} END AS title
     FROM ItemNote n JOIN AgendaItem i ON i.id = n.itemId JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE ${conditions.join(' AND ')} ORDER BY ${order.by} LIMIT ?`,
    ...values,
    limit,
  )
}
