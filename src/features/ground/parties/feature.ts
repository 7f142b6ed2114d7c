import type { Feature } from '../../../http/feature.ts'
import { partyEvents } from './event-kinds.ts'
import { partySubjects } from './event-subjects.ts'
import { addresses, partiesPath } from './paths.ts'
import { partyRoutes } from './routes.ts'

export const partiesFeature: Feature = {
  name: 'parties',
  addresses,
  routes: partyRoutes,
  navigation: [
    { menu: 'main', under: 'cooperation', order: 70, href: partiesPath, text: 'Parter', key: 'parter' },
    { menu: 'parties', order: 20, href: partiesPath, text: 'Alle parter' },
  ],
  events: { kinds: partyEvents, subjects: partySubjects },
}
