import type { Feature } from '../../../http/feature.ts'
import { referralEvents } from './event-kinds.ts'
import { referralSubjects } from './event-subjects.ts'
import { addresses, referralsPath } from './paths.ts'
import { referralRoutes } from './routes.ts'
import { referralsWaiting } from './waiting.ts'

export const referralsFeature: Feature = {
  name: 'referrals',
  addresses,
  routes: referralRoutes,
  navigation: [{ menu: 'work', order: 50, href: referralsPath, text: 'Forelæggelser' }],
  waiting: referralsWaiting,
  events: { kinds: referralEvents, subjects: referralSubjects },
}
