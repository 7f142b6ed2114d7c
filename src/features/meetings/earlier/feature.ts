import type { Feature } from '../../../http/feature.ts'
import { earlierRoutes } from './routes.ts'

export const earlierFeature: Feature = {
  name: 'earlier',
  routes: earlierRoutes,
}
