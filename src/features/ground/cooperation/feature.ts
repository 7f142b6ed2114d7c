import type { Feature } from '../../../http/feature.ts'
import { cooperationRoutes } from './routes.ts'

export const cooperationFeature: Feature = {
  name: 'cooperation',
  routes: cooperationRoutes,
}
