import type { Feature } from '../../../http/feature.ts'
import { cooperationEvents } from './event-kinds.ts'
import { cooperationSubjects } from './event-subjects.ts'
import { cooperationPath } from './paths.ts'
import { cooperationRoutes } from './routes.ts'

export const cooperationFeature: Feature = {
  name: 'cooperation',
  routes: cooperationRoutes,
  navigation: [{ menu: 'parties', order: 50, href: cooperationPath, text: 'Om samarbejdet' }],
  events: { kinds: cooperationEvents, subjects: cooperationSubjects },
}
