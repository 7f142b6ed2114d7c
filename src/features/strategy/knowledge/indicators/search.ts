import type { Actor } from '../../../../access/actor.ts'
import type { Hit, SearchKind } from '../../../../http/feature.ts'
import { wordsMatch } from '../../../../kernel/match-words.ts'
import { indicatorPath } from '../paths.ts'
import { indicatorsFor } from './found.ts'

/** What searching finds of indicators: by name, theme, who delivers it and what is counted. */
export const indicatorSearch: SearchKind = {
  slug: 'indikatorer',
  order: 49,
  heading: 'Indikatorer',
  more: 'Vis alle fundne indikatorer',
  closedText: 'Lukket',
  find: (actor, words, before, limit) => found(actor, words, before).slice(0, limit),
}

const found = (actor: Actor, words: string, before: number): Hit[] =>
  indicatorsFor(actor)
    .filter(({ id }) => id < before)
    .filter(({ name, theme, supplier, newest }) =>
      wordsMatch(words, [name, theme, supplier, newest.numerator, newest.population].join(' ')),
    )
    .sort((one, other) => other.id - one.id)
    .map(({ id, slug, name, theme, lastYear }) => ({
      id,
      href: indicatorPath(slug),
      title: name,
      about: [theme, lastYear === null ? '' : `Senest ${lastYear}`].filter(Boolean).join(', '),
      closed: false,
    }))
