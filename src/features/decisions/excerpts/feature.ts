import type { Feature } from '../../../http/feature.ts'
import { excerptRoutes } from './routes.ts'

export const excerptsFeature: Feature = {
  name: 'excerpts',
  routes: excerptRoutes,
}
