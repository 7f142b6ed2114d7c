import type { Actor } from '../../../access/actor.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { clockTime, day, longDay, writtenDay } from '../../../kernel/days.ts'
import { endsInSingle, matchWords } from '../../../kernel/match-words.ts'
import { kindNames, mark, recordPath } from '../../meetings/earlier/index.ts'
import {
  type CaseHit,
  type DecisionHit,
  type EarlierHit,
  findCases,
  findDecisions,
  findEarlier,
  findItems,
  findMeetings,
  type ItemHit,
  type MeetingHit,
} from './queries.ts'

export type SearchKind = 'alt' | 'beslutninger' | 'punkter' | 'moeder' | 'sager' | 'foer-portalen'

interface Search {
  typed: string
  kind: SearchKind
  after: Cursor | null
}

interface Hit {
  href: string
  title: string
  about: string
  closed: boolean
}

/** How many of each kind stand on the page that shows all kinds. */
const few = 5

const kinds = [
  { kind: 'beslutninger', heading: 'Beslutninger', more: 'Vis alle beslutninger' },
  { kind: 'punkter', heading: 'Punkter', more: 'Vis alle punkter' },
  { kind: 'moeder', heading: 'Møder', more: 'Vis alle møder' },
  { kind: 'sager', heading: 'Sager', more: 'Vis alle sager' },
  { kind: 'foer-portalen', heading: mark, more: 'Vis alle dokumenter fra før portalen' },
] as const

export function searchPage(actor: Actor, { typed, kind, after }: Search) {
  const words = matchWords(typed)
  const shown = kinds.filter(one => kind === 'alt' || kind === one.kind)
  const sections = words === null ? [] : shown.map(one => section(actor, one, { words, typed, kind, after }))
  return {
    title: typed ? `Søgning efter »${typed}«` : 'Søg',
    crumbs: [{ text: 'Søg' }],
    q: typed,
    kind,
    kinds: [{ value: 'alt', text: 'Alt' }, ...kinds.map(one => ({ value: one.kind, text: one.heading }))],
    sections: sections.filter(one => one.hits.length > 0),
    asked: words !== null,
    single: endsInSingle(typed),
    nothing: words !== null && sections.every(one => one.hits.length === 0),
  }
}

function section(
  actor: Actor,
  one: (typeof kinds)[number],
  search: { words: string; typed: string; kind: SearchKind; after: Cursor | null },
) {
  const size = search.kind === 'alt' ? few : pageSize
  const { rows, next } = takePage(
    find(actor, one.kind, search.words, search.after, size + 1),
    row => ({ key: '-', id: row.id }),
    size,
  )
  const rest = search.kind === 'alt' ? null : next
  return {
    id: one.kind,
    heading: one.heading,
    hits: rows.map(row => row.hit),
    more: next === null ? null : search.kind === 'alt' ? one.more : 'Næste side',
    moreHref: withQuery('/soeg', { q: search.typed, i: one.kind, efter: rest }),
  }
}

function find(
  actor: Actor,
  kind: (typeof kinds)[number]['kind'],
  words: string,
  after: Cursor | null,
  limit: number,
): { id: number; hit: Hit }[] {
  switch (kind) {
    case 'beslutninger':
      return findDecisions(actor, words, after, limit).map(row => ({ id: row.id, hit: decisionHit(row) }))
    case 'moeder':
      return findMeetings(actor, words, after, limit).map(row => ({ id: row.id, hit: meetingHit(row) }))
    case 'punkter':
      return findItems(actor, words, after, limit).map(row => ({ id: row.id, hit: itemHit(row) }))
    case 'sager':
      return findCases(actor, words, after, limit).map(row => ({ id: row.id, hit: caseHit(row) }))
    case 'foer-portalen':
      return findEarlier(actor, words, after, limit).map(row => ({ id: row.id, hit: earlierHit(row) }))
  }
}

const decisionHit = (row: DecisionHit): Hit => ({
  href: `/beslutninger/${row.number}`,
  title: `${row.number} ${row.title}`,
  about: `${row.body}, ${longDay(day(row.decidedOn))}`,
  closed: row.closed === 1,
})

const meetingHit = (row: MeetingHit): Hit => ({
  href: `/moeder/${row.id}`,
  title: `${row.body}, ${longDay(day(row.day))} ${clockTime(row.startsAt)}`,
  about: `${row.number}, ${row.place}`,
  closed: false,
})

const itemHit = (row: ItemHit): Hit => ({
  href: `/moeder/${row.meetingId}/dagsorden#punkt-${row.position}`,
  title: row.title,
  about: `Punkt ${row.position}, ${row.body}, ${longDay(day(row.day))}`,
  closed: row.closed === 1,
})

const caseHit = (row: CaseHit): Hit => ({
  href: `/sager/${row.number}`,
  title: `${row.number} ${row.title}`,
  about: row.summary,
  closed: false,
})

const earlierHit = (row: EarlierHit): Hit => ({
  href: recordPath(row.id),
  title: row.title,
  about: `${mark}: ${kindNames[row.kind]}, ${row.body}, ${writtenDay(row.day, row.dayPrecision)}`,
  closed: row.closed === 1,
})
