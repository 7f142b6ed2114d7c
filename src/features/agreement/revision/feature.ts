import type { Feature } from '../../../http/feature.ts'
import { revisionRoutes } from './routes.ts'

export const revisionFeature: Feature = {
  name: 'revision',
  routes: revisionRoutes,
}
