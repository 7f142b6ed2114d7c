import type { Feature } from '../../../http/feature.ts'
import { caseEvents } from './event-kinds.ts'
import { caseSubjects } from './event-subjects.ts'
import { addresses, casesPath } from './paths.ts'
import { caseRoutes } from './routes.ts'
import { caseSearch } from './search.ts'

export const casesFeature: Feature = {
  name: 'cases',
  addresses,
  routes: caseRoutes,
  navigation: [{ menu: 'main', order: 30, href: casesPath, text: 'Sager', key: 'sager' }],
  search: caseSearch,
  events: { kinds: caseEvents, subjects: caseSubjects },
}
