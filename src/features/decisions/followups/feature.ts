import type { Feature } from '../../../http/feature.ts'
import { followUpEvents } from './event-kinds.ts'
import { followUpSubjects } from './event-subjects.ts'
import { followUpRoutes } from './routes.ts'

export const followupsFeature: Feature = {
  name: 'followups',
  routes: followUpRoutes,
  events: { kinds: followUpEvents, subjects: followUpSubjects },
}
