import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { readsBody } from '../../../access/policy.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { wordsMatch } from '../../../kernel/match-words.ts'
import { readEstimates } from './estimates/read-estimates.ts'
import { estimatePath } from './paths.ts'

/** What searching finds of the need: estimates by title, who made them, method and source. */
export const needSearch: SearchKind = {
  slug: 'boligbehov',
  order: 50,
  heading: 'Behovsvurderinger',
  more: 'Vis alle fundne behovsvurderinger',
  closedText: 'Lukket',
  find: (actor, words, before, limit) => found(actor, words, before).slice(0, limit),
}

function found(actor: Actor, words: string, before: number): Hit[] {
  const group = jointGroup(actor.database)
  if (!group || !(actor.system || readsBody(actor, group.body))) return []
  return readEstimates(actor.database)
    .filter(({ estimateId }) => estimateId < before)
    .filter(({ number, organisation, content }) =>
      wordsMatch(words, [number, organisation, content.title, content.method, content.source].join(' ')),
    )
    .map(({ estimateId, number, version, organisation, content, withdrawn }) => ({
      ...{ id: estimateId, href: estimatePath(number), title: content.title, closed: false },
      about: [
        `Behovsvurdering ${number}, version ${version}`,
        organisation,
        withdrawn === null ? '' : 'trukket tilbage',
      ]
        .filter(Boolean)
        .join(', '),
    }))
}
