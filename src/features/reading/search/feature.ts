import type { Feature } from '../../../http/feature.ts'
import { searchRoutes } from './routes.ts'

export const searchFeature: Feature = {
  name: 'search',
  routes: searchRoutes,
}
