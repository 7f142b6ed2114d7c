import type { Feature } from '../../../http/feature.ts'
import { accountRoutes } from './routes.ts'

export const accountsFeature: Feature = {
  name: 'accounts',
  routes: accountRoutes,
}
