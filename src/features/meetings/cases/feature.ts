import type { Feature } from '../../../http/feature.ts'
import { caseRoutes } from './routes.ts'
import { caseSearch } from './search.ts'

export const casesFeature: Feature = {
  name: 'cases',
  routes: caseRoutes,
  search: caseSearch,
}
