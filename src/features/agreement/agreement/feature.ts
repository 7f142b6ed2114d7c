import type { Feature } from '../../../http/feature.ts'
import { agreementRoutes } from './routes.ts'

export const agreementFeature: Feature = {
  name: 'agreement',
  routes: agreementRoutes,
}
