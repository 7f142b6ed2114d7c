import type { Feature } from '../../../http/feature.ts'
import { coverageRoutes } from './routes.ts'

export const coverageFeature: Feature = {
  name: 'coverage',
  routes: coverageRoutes,
}
