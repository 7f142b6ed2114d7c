import type { Feature } from '../../../http/feature.ts'
import { minutesEvents } from './event-kinds.ts'
import { changesOf } from './live/following.ts'
import { minutesRoutes } from './routes.ts'

export const minutesFeature: Feature = {
  name: 'minutes',
  routes: minutesRoutes,
  styles: 'minutes',
  changes: changesOf,
  events: { kinds: minutesEvents },
}
