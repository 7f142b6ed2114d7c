import type { Actor } from '../../../../access/actor.ts'
import { closedSql } from '../../../../access/openness.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../../http/feature.ts'
import { clockTime, longDay } from '../../../../kernel/days.ts'
import { sentItems } from '../../cases/index.ts'
import { agendaPath, meetingPath } from '../paths.ts'

export const meetingSearch: SearchKind[] = [
  {
    slug: 'punkter',
    order: 20,
    heading: 'Punkter',
    more: 'Vis alle punkter',
    closedText: 'Lukket punkt',
    find: (actor, words, before, limit) => findItems(actor, words, before, limit).map(itemHit),
  },
  {
    slug: 'moeder',
    order: 30,
    heading: 'Møder',
    more: 'Vis alle møder',
    closedText: 'Lukket punkt',
    find: (actor, words, before, limit) => findMeetings(actor, words, before, limit).map(meetingHit),
  },
]

const itemHitRow = rowsOf({
  id: column.number,
  meetingId: column.number,
  position: column.number,
  title: column.text,
  day: column.day,
  body: column.text,
  closed: column.flag,
})
type ItemHit = RowOf<typeof itemHitRow>

/**
 * Items of agendas that the person may read, by their title and summary. The index holds the newest text: an item that
 * waits for its supplement with another text is found again by those who may not read drafts when that is sent.
 */
function findItems(actor: Actor, words: string, before: number, limit: number): ItemHit[] {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const closed = closedSql('i', 't')
  return actor.database.sql.all(
    itemHitRow,
    `SELECT i.id, i.meetingId, ${sent.field('m', 'i', 'position')} AS position, ${closed} AS closed, m.day, b.name AS body,
            CASE WHEN ${view.itemTexts('m', 'i', 't')} THEN i.title
                 ELSE coalesce(i.publicTitle, 'Lukket punkt') END AS title
     FROM ItemSearch JOIN AgendaItem i ON i.id = ItemSearch.rowid JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE ItemSearch MATCH ? AND ItemSearch.rowid < ? AND ${view.agendas('m')}
       AND ${sent.onAgenda('m', 'i')} AND ${sent.asIndexed('m', 'i')}
     ORDER BY ItemSearch.rowid DESC LIMIT ?`,
    words,
    before,
    limit,
  )
}

const itemHit = (row: ItemHit): Hit => ({
  id: row.id,
  href: `${agendaPath(row.meetingId)}#punkt-${row.position}`,
  title: row.title,
  about: `Punkt ${row.position}, ${row.body}, ${longDay(row.day)}`,
  closed: row.closed,
})

const meetingHitRow = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
  startsAt: column.text,
  place: column.text,
  body: column.text,
})
type MeetingHit = RowOf<typeof meetingHitRow>

/** Meetings by their number, body and place. */
function findMeetings(actor: Actor, words: string, before: number, limit: number): MeetingHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    meetingHitRow,
    `SELECT m.id, m.number, m.day, m.startsAt, m.place, b.name AS body
     FROM MeetingSearch JOIN Meeting m ON m.id = MeetingSearch.rowid JOIN Body b ON b.id = m.bodyId
     WHERE MeetingSearch MATCH ? AND MeetingSearch.rowid < ? AND ${view.meetings('m')}
     ORDER BY MeetingSearch.rowid DESC LIMIT ?`,
    words,
    before,
    limit,
  )
}

const meetingHit = (row: MeetingHit): Hit => ({
  id: row.id,
  href: meetingPath(row.id),
  title: `${row.body}, ${longDay(row.day)} ${clockTime(row.startsAt)}`,
  about: `${row.number}, ${row.place}`,
  closed: false,
})
