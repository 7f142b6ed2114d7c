import type { Feature } from '../../../http/feature.ts'
import { verifyDecisions } from './audit/verify-decisions.ts'
import { decisionEvents } from './event-kinds.ts'
import { decisionSubjects } from './event-subjects.ts'
import { decisionSearch } from './register/search.ts'
import { decisionRoutes } from './routes.ts'

export const decisionsFeature: Feature = {
  name: 'decisions',
  routes: decisionRoutes,
  search: decisionSearch,
  checks: [{ about: 'Decisions', find: verifyDecisions }],
  events: { kinds: decisionEvents, subjects: decisionSubjects },
}
