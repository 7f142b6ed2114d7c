import type { Feature } from '../../../http/feature.ts'
import { documentRoutes } from './routes.ts'

export const documentsFeature: Feature = {
  name: 'documents',
  routes: documentRoutes,
}
