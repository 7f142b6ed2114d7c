import type { Feature } from '../../../http/feature.ts'
import { partyRoutes } from './routes.ts'

export const partiesFeature: Feature = {
  name: 'parties',
  routes: partyRoutes,
}
