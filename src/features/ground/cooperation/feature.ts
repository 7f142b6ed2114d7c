import type { Feature } from '../../../http/feature.ts'
import { cooperationEvents } from './event-kinds.ts'
import { cooperationSubjects } from './event-subjects.ts'
import { cooperationRoutes } from './routes.ts'

export const cooperationFeature: Feature = {
  name: 'cooperation',
  routes: cooperationRoutes,
  events: { kinds: cooperationEvents, subjects: cooperationSubjects },
}
