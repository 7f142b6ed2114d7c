import type { Feature } from '../../../http/feature.ts'
import { bodyEvents } from './event-kinds.ts'
import { bodySubjects } from './event-subjects.ts'
import { bodyRoutes } from './routes.ts'

export const bodiesFeature: Feature = {
  name: 'bodies',
  routes: bodyRoutes,
  events: { kinds: bodyEvents, subjects: bodySubjects },
}
