import type { Feature } from '../../../http/feature.ts'
import { decisionSearch } from './register/search.ts'
import { decisionRoutes } from './routes.ts'

export const decisionsFeature: Feature = {
  name: 'decisions',
  routes: decisionRoutes,
  search: decisionSearch,
}
