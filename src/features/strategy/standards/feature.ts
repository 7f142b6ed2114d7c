import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../../decisions/adoption/index.ts'
import { statementEvents } from './event-kinds.ts'
import { statementSubjects } from './event-subjects.ts'
import { addresses, standardsPath } from './paths.ts'
import { standardsOf } from './related.ts'
import { standardRoutes } from './routes.ts'
import { standardKind } from './standard-kind.ts'
import { statementSource } from './statements/statement-source.ts'
import { statementsWaiting } from './statements/waiting.ts'

export const standardsFeature: Feature = {
  name: 'standards',
  addresses,
  routes: standardRoutes,
  navigation: [
    { menu: 'main', under: 'strategy', order: 55, href: standardsPath, text: 'Standarder', key: 'standarder' },
  ],
  styles: 'standards',
  search: [textSearch(standardKind, { order: 42, more: 'Vis alle fælles standarder' })],
  waiting: statementsWaiting,
  related: standardsOf,
  answers: [statementSource],
  events: { kinds: statementEvents, subjects: statementSubjects },
}
