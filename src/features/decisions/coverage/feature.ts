import type { Feature } from '../../../http/feature.ts'
import { coverageEvents } from './event-kinds.ts'
import { addresses } from './paths.ts'
import { coverageRoutes } from './routes.ts'

export const coverageFeature: Feature = {
  name: 'coverage',
  addresses,
  routes: coverageRoutes,
  events: { kinds: coverageEvents },
}
