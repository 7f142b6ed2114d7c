import type { Feature } from '../../../http/feature.ts'
import { addresses } from './paths.ts'
import { searchRoutes } from './routes.ts'

export const searchFeature: Feature = {
  name: 'search',
  addresses,
  routes: searchRoutes,
}
