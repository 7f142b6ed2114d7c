import type { Actor } from '../../../access/actor.ts'
import type { SearchKind } from '../../../http/feature.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { endsInSingle, matchWords } from '../../../kernel/match-words.ts'
import { searchPath } from './paths.ts'

/** Stands for all kinds together. */
export const everyKind = 'alt'

interface Search {
  typed: string
  /** One of the kinds, or every kind. */
  kind: string
  after: Cursor | null
}

/** How many of each kind stand on the page that shows all kinds. */
const few = 5

/** What is found of each kind, in the order in which they are handed in. */
export function searchPage(actor: Actor, kinds: readonly SearchKind[], search: Search) {
  const { typed, kind } = search
  const words = matchWords(typed)
  const shown = kinds.filter(one => kind === everyKind || kind === one.slug)
  const sections = words === null ? [] : shown.map(one => section(actor, one, words, search))
  return {
    title: typed ? `Søgning efter »${typed}«` : 'Søg',
    crumbs: [{ text: 'Søg' }],
    q: typed,
    kind,
    kinds: [{ value: everyKind, text: 'Alt' }, ...kinds.map(one => ({ value: one.slug, text: one.heading }))],
    sections: sections.filter(one => one.hits.length > 0),
    asked: words !== null,
    single: endsInSingle(typed),
    nothing: words !== null && sections.every(one => one.hits.length === 0),
  }
}

function section(actor: Actor, one: SearchKind, words: string, { typed, kind, after }: Search) {
  const size = kind === everyKind ? few : pageSize
  const before = after?.id ?? Number.MAX_SAFE_INTEGER
  const { rows, next } = takePage(one.find(actor, words, before, size + 1), ({ id }) => ({ key: '-', id }), size)
  return {
    id: one.slug,
    heading: one.heading,
    hits: rows.map(({ href, title, about, closed }) => ({
      href,
      title,
      about,
      closed: closed ? one.closedText : null,
    })),
    more: next === null ? null : kind === everyKind ? one.more : 'Næste side',
    moreHref: withQuery(searchPath, { q: typed, i: one.slug, efter: kind === everyKind ? null : next }),
  }
}
