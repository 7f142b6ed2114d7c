import type { Feature } from '../../../http/feature.ts'
import { referralRoutes } from './routes.ts'

export const referralsFeature: Feature = {
  name: 'referrals',
  routes: referralRoutes,
}
