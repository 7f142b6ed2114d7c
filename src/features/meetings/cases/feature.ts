import type { Feature } from '../../../http/feature.ts'
import { caseRoutes } from './routes.ts'

export const casesFeature: Feature = {
  name: 'cases',
  routes: caseRoutes,
}
