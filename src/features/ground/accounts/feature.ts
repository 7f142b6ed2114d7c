import type { Feature } from '../../../http/feature.ts'
import { accountEvents } from './event-kinds.ts'
import { accountSubjects } from './event-subjects.ts'
import { accountsPath } from './paths.ts'
import { accountRoutes } from './routes.ts'

export const accountsFeature: Feature = {
  name: 'accounts',
  routes: accountRoutes,
  navigation: [
    { menu: 'parties', order: 60, href: '/min-konto', text: 'Min konto' },
    { menu: 'parties', order: 70, href: accountsPath, text: 'Konti', right: 'administer' },
  ],
  events: { kinds: accountEvents, subjects: accountSubjects },
}
