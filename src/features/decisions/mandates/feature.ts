import type { Feature } from '../../../http/feature.ts'
import { mandateRoutes } from './routes.ts'
import { mandatesWaiting } from './waiting.ts'

export const mandatesFeature: Feature = {
  name: 'mandates',
  routes: mandateRoutes,
  waiting: mandatesWaiting,
}
