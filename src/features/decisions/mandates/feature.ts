import type { Feature } from '../../../http/feature.ts'
import { mandateRoutes } from './routes.ts'

export const mandatesFeature: Feature = {
  name: 'mandates',
  routes: mandateRoutes,
}
