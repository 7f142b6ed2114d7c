import type { Feature } from '../../../http/feature.ts'
import { partyEvents } from './event-kinds.ts'
import { partySubjects } from './event-subjects.ts'
import { partyRoutes } from './routes.ts'

export const partiesFeature: Feature = {
  name: 'parties',
  routes: partyRoutes,
  events: { kinds: partyEvents, subjects: partySubjects },
}
