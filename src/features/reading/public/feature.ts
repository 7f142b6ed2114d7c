import type { Feature } from '../../../http/feature.ts'
import { publicRoutes } from './routes.ts'

export const publicFeature: Feature = {
  name: 'public',
  routes: publicRoutes,
}
