import type { Actor } from '../../../access/actor.ts'
import { takePage, withQuery } from '../../../http/pages/paging.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { longMoment, shortDay } from '../../../kernel/days.ts'
import type { NotesQuery } from './forms.ts'
import { myNotesPath, readerPath } from './paths.ts'
import { type OwnNoteRow, ownNotes } from './queries.ts'

const sorts = [
  { value: 'nyeste', text: 'Sidst ændret' },
  { value: 'moede', text: 'Nyeste møde først' },
]

/** What one has noted to items, at all meetings. */
export function notesPage(actor: Actor, { efter, ...filter }: NotesQuery) {
  const cursorOf = (row: OwnNoteRow) => ({ key: filter.sorter === 'moede' ? row.day : row.updatedAt, id: row.id })
  const found = takePage(ownNotes(actor, { ...filter, after: efter }), cursorOf)
  const kept = { q: filter.q, sorter: filter.sorter === 'nyeste' ? '' : filter.sorter }
  return {
    title: 'Mine noter',
    active: 'moeder',
    crumbs: [{ text: 'Mine noter' }],
    filters: { ...filter, sorts },
    filtered: Boolean(filter.q),
    rows: found.rows.map(row => ({
      href: row.title === null ? null : `${readerPath(row.meetingId)}#punkt-${row.position}`,
      title: titleOf(row),
      meeting: `${row.bodyName}, ${shortDay(row.day)}`,
      text: row.text,
      updated: longMoment(row.updatedAt),
    })),
    csvHref: withQuery(`${myNotesPath}.csv`, kept),
    nextHref: found.next ? withQuery(myNotesPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(myNotesPath, kept) : null,
  }
}

const titleOf = ({ position, title }: OwnNoteRow): string =>
  title === null ? `Punkt ${position}, som du ikke længere kan læse` : `${position}. ${title}`

/** What a spreadsheet takes at most: more than anybody notes. */
const mostLines = 5000

/** One's notes to take along, as they are filtered. */
export function notesCsv(actor: Actor, { efter: _, ...filter }: NotesQuery): { name: string; content: Buffer } {
  const rows = ownNotes(actor, { ...filter, after: null }, mostLines)
  const head = ['Mødedag', 'Møde', 'Organ', 'Punkt', 'Note', 'Sidst ændret']
  const lines = rows.map(row => [
    shortDay(row.day),
    row.meetingNumber,
    row.bodyName,
    titleOf(row),
    row.text,
    longMoment(row.updatedAt),
  ])
  return { name: `mine-noter-${actor.today}.csv`, content: csvOf(head, lines) }
}
