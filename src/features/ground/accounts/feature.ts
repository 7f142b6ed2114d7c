import type { Feature } from '../../../http/feature.ts'
import { accountEvents } from './event-kinds.ts'
import { accountSubjects } from './event-subjects.ts'
import { accountsPath, addresses, myAccountPath } from './paths.ts'
import { accountRoutes } from './routes.ts'

export const accountsFeature: Feature = {
  name: 'accounts',
  addresses,
  routes: accountRoutes,
  navigation: [
    { menu: 'parties', order: 60, href: myAccountPath, text: 'Min konto' },
    { menu: 'parties', order: 70, href: accountsPath, text: 'Konti', right: 'administer' },
  ],
  events: { kinds: accountEvents, subjects: accountSubjects },
}
