import type { Feature } from '../../../http/feature.ts'
import { statementEvents } from './event-kinds.ts'
import { statementSubjects } from './event-subjects.ts'
import { standardsPath } from './paths.ts'
import { standardRoutes } from './routes.ts'
import { statementSource } from './statements/statement-source.ts'
import { statementsWaiting } from './statements/waiting.ts'

export const standardsFeature: Feature = {
  name: 'standards',
  routes: standardRoutes,
  navigation: [{ menu: 'main', order: 55, href: standardsPath, text: 'Standarder', key: 'standarder' }],
  styles: 'standards',
  waiting: statementsWaiting,
  answers: [statementSource],
  events: { kinds: statementEvents, subjects: statementSubjects },
}
