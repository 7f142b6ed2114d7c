import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import type { MeetingRow } from '../agenda/load-agenda.ts'
import { kindLabels, meetingCrumbs } from '../labels.ts'
import { agendaEditPath, agendaPath, copyItemsPath } from '../paths.ts'

const meetingRow = rowsOf({ id: column.number, number: column.text, day: column.day, items: column.number })

/** The body's other meetings that have items of their own, the newest first. */
const meetingsToCopy = (db: Database, { id, bodyId }: MeetingRow) =>
  db.sql.all(
    meetingRow,
    `SELECT m.id, m.number, m.day, (SELECT count(*) FROM AgendaItem i
         WHERE i.meetingId = m.id AND i.removedAt IS NULL AND i.standing IS NULL) AS items
     FROM Meeting m WHERE m.bodyId = ? AND m.id <> ? ORDER BY m.day DESC, m.id DESC LIMIT 40`,
    bodyId,
    id,
  )

const itemRow = rowsOf({
  id: column.number,
  position: column.number,
  title: column.text,
  kind: column.oneOf<keyof typeof kindLabels>(),
  plannedMinutes: column.number,
  attachments: column.number,
})

/** What of a meeting can be taken: not the standing items, which come by themselves, and nothing that is withheld. */
const itemsOf = (actor: Actor, meetingId: number) =>
  actor.database.sql.all(
    itemRow,
    `SELECT i.id, i.position, i.title, coalesce(t.kindChangedTo, i.kind) AS kind, i.plannedMinutes,
        (SELECT count(*) FROM Attachment a WHERE a.itemId = i.id AND a.removedAt IS NULL) AS attachments
     FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL AND i.standing IS NULL AND ${viewOf(actor).itemTexts('m', 'i', 't')}
     ORDER BY i.position, i.id LIMIT 100`,
    meetingId,
  )

/**
 * Items of an earlier meeting as the beginning of new ones: those of the last meeting are offered at once, all chosen.
 * @param wanted the meeting that was chosen; null: the last one that has items
 */
export function copyItemsPage(actor: Actor, meeting: MeetingRow, wanted: number | null, form?: FormState) {
  const meetings = meetingsToCopy(actor.database, meeting)
  const from =
    meetings.find(({ id }) => id === wanted) ?? meetings.find(({ items, day }) => items > 0 && day < meeting.day)
  const items = from ? itemsOf(actor, from.id) : []
  const state = form ?? formOf({ items: items.map(({ id }) => String(id)), attachments: '' })
  const chosen = new Set([state.values.items ?? []].flat().map(String))
  return {
    title: 'Kopiér punkter fra et andet møde',
    active: 'moeder',
    crumbs: meetingCrumbs(
      meeting,
      { text: 'Dagsorden', href: agendaPath(meeting.id) },
      { text: 'Ret', href: agendaEditPath(meeting.id) },
      { text: 'Kopiér punkter' },
    ),
    action: copyItemsPath(meeting.id),
    cancelHref: agendaEditPath(meeting.id),
    fields: [
      {
        kind: 'select' as const,
        name: 'fra',
        label: 'Møde',
        value: from ? String(from.id) : '',
        options: meetings.map(({ id, number, day, items: count }) => ({
          value: String(id),
          text: `${longDay(day)} (${number}), ${count === 0 ? 'ingen punkter' : plural(count, 'punkt', 'punkter')}`,
        })),
      },
    ],
    from: from ? { id: from.id, text: `Mødet den ${longDay(from.day)}` } : null,
    items: items.map(item => ({
      id: item.id,
      text: `${item.position}. ${item.title}`,
      about: [
        kindLabels[item.kind],
        `${item.plannedMinutes} min.`,
        ...(item.attachments > 0 ? [plural(item.attachments, 'bilag', 'bilag')] : []),
      ].join(' · '),
      checked: chosen.has(String(item.id)),
    })),
    form: state,
  }
}
