import type { Feature } from '../../../http/feature.ts'
import { followUpRoutes } from './routes.ts'

export const followupsFeature: Feature = {
  name: 'followups',
  routes: followUpRoutes,
}
