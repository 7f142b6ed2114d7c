import type { Feature } from '../../../http/feature.ts'
import { accountEvents } from './event-kinds.ts'
import { accountSubjects } from './event-subjects.ts'
import { accountRoutes } from './routes.ts'

export const accountsFeature: Feature = {
  name: 'accounts',
  routes: accountRoutes,
  events: { kinds: accountEvents, subjects: accountSubjects },
}
