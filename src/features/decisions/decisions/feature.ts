import type { Feature } from '../../../http/feature.ts'
import { verifyDecisions } from './audit/verify-decisions.ts'
import { verifyDecisionEvents, verifyNumbers } from './audit/verify-numbers.ts'
import { decisionEvents } from './event-kinds.ts'
import { decisionSubjects } from './event-subjects.ts'
import { addresses, decisionsPath, sharedPositionsPath } from './paths.ts'
import { decisionsMeasure, decisionsOfPlace } from './register/decisions-of-place.ts'
import { decisionSearch } from './register/search.ts'
import { decisionRoutes } from './routes.ts'

export const decisionsFeature: Feature = {
  name: 'decisions',
  addresses,
  routes: decisionRoutes,
  navigation: [
    { menu: 'main', order: 40, href: decisionsPath, text: 'Beslutninger', key: 'beslutninger' },
    { menu: 'work', order: 30, href: decisionsPath, text: 'Beslutninger' },
    { menu: 'work', order: 40, href: sharedPositionsPath, text: 'Fælles holdninger' },
  ],
  search: decisionSearch,
  ofPlace: decisionsOfPlace,
  measures: [decisionsMeasure],
  checks: [
    { about: 'Decisions', find: verifyDecisions },
    { about: 'Numbers of decisions', find: verifyNumbers },
    { about: 'Events of decisions', find: verifyDecisionEvents },
  ],
  events: { kinds: decisionEvents, subjects: decisionSubjects },
}
