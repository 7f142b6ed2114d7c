import type { Actor } from '../../../access/actor.ts'
import type { RelatedFact, RelatedTo } from '../../../http/feature.ts'
import { capitalised } from '../../../kernel/text.ts'
import { horizonText } from './document-page.ts'
import { readStrategiesInForce } from './in-force.ts'
import { strategyPath } from './paths.ts'
import { strategyTypes } from './strategy-content.ts'

/** On an organisation's page: the strategies in force. They are all parties'. */
export const strategiesOf = (actor: Actor, to: RelatedTo): RelatedFact[] =>
  'organisation' in to
    ? readStrategiesInForce(actor).map(({ slug, version, content }) => ({
        term: capitalised(`fælles ${strategyTypes[content.type].toLowerCase()}`),
        text: `${content.title}, version ${version} (${horizonText(content)})`,
        href: strategyPath(slug),
      }))
    : []
