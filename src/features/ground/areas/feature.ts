import type { Feature } from '../../../http/feature.ts'
import { areaRoutes } from './routes.ts'

export const areasFeature: Feature = {
  name: 'areas',
  routes: areaRoutes,
}
