import type { Feature } from '../../../http/feature.ts'
import { areaEvents } from './event-kinds.ts'
import { areaSubjects } from './event-subjects.ts'
import { areaRoutes } from './routes.ts'

export const areasFeature: Feature = {
  name: 'areas',
  routes: areaRoutes,
  events: { kinds: areaEvents, subjects: areaSubjects },
}
