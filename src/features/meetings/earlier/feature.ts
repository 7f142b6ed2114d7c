import type { Feature } from '../../../http/feature.ts'
import { earlierRoutes } from './routes.ts'
import { earlierSearch } from './search.ts'

export const earlierFeature: Feature = {
  name: 'earlier',
  routes: earlierRoutes,
  search: earlierSearch,
}
