import type { Feature } from '../../../http/feature.ts'
import { referralRoutes } from './routes.ts'
import { referralsWaiting } from './waiting.ts'

export const referralsFeature: Feature = {
  name: 'referrals',
  routes: referralRoutes,
  waiting: referralsWaiting,
}
