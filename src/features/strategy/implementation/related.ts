import type { Actor } from '../../../access/actor.ts'
import type { RelatedFact, RelatedTo } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { plural } from '../../../kernel/text.ts'
import { halfKey } from './half-year.ts'
import { halfOf } from './load-open.ts'
import { roundPath } from './paths.ts'
import { readLatestOf } from './queries.ts'

/** On a strategy's page: the half-year in which it was asked about last, and how many have answered. */
export function relatedToStrategy(actor: Actor, to: RelatedTo): RelatedFact[] {
  const found = 'text' in to ? readLatestOf(actor.database, to.text) : undefined
  if (!found) return []
  const { slug, asked, answered, ...half } = found
  const path = roundPath(halfKey({ year: half.year, half: half.half === 1 ? 1 : 2 }))
  return [
    {
      term: `Gennemførelse, ${halfOf(half)}`,
      text: `${answered} af ${plural(asked, 'organisation', 'organisationer')} har svaret`,
      href: withQuery(path, { strategi: slug }),
    },
  ]
}
