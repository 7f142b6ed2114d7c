import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../../decisions/adoption/index.ts'
import { strategyEvents } from './event-kinds.ts'
import { strategiesPath } from './paths.ts'
import { strategiesOf } from './related.ts'
import { strategyRoutes } from './routes.ts'
import { strategyKind } from './strategy-kind.ts'
import { strategiesWaiting } from './waiting.ts'

export const strategiesFeature: Feature = {
  name: 'strategies',
  routes: strategyRoutes,
  navigation: [
    { menu: 'main', under: 'strategy', order: 52, href: strategiesPath, text: 'Strategier', key: 'strategier' },
  ],
  styles: 'strategies',
  search: [textSearch(strategyKind, { order: 41, more: 'Vis alle fælles strategier' })],
  waiting: strategiesWaiting,
  related: strategiesOf,
  events: { kinds: strategyEvents },
}
