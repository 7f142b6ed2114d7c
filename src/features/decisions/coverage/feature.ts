import type { Feature } from '../../../http/feature.ts'
import { coverageEvents } from './event-kinds.ts'
import { coverageRoutes } from './routes.ts'

export const coverageFeature: Feature = {
  name: 'coverage',
  routes: coverageRoutes,
  events: { kinds: coverageEvents },
}
