import type { Feature } from '../../../http/feature.ts'
import { partyEvents } from './event-kinds.ts'
import { partySubjects } from './event-subjects.ts'
import { partyRoutes } from './routes.ts'

export const partiesFeature: Feature = {
  name: 'parties',
  routes: partyRoutes,
  navigation: [
    { menu: 'main', order: 70, href: '/parter', text: 'Parter', key: 'parter' },
    { menu: 'parties', order: 20, href: '/parter', text: 'Alle parter' },
  ],
  events: { kinds: partyEvents, subjects: partySubjects },
}
