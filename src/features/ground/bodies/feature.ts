import type { Feature } from '../../../http/feature.ts'
import { bodyRoutes } from './routes.ts'

export const bodiesFeature: Feature = {
  name: 'bodies',
  routes: bodyRoutes,
}
