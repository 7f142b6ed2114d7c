import type { Feature } from '../../../http/feature.ts'
import { balanceRoutes } from './balance/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { needOfDecision, needOfItems } from './citations/read-citations.ts'
import { citationRoutes } from './citations/routes.ts'
import { estimateRoutes } from './estimates/routes.ts'
import { needEvents } from './event-kinds.ts'
import { needSubjects } from './event-subjects.ts'
import { needOfPlace, vacantMeasure } from './of-place.ts'
import { addresses, needPath } from './paths.ts'
import { needSearch } from './search.ts'
import { vacancyRoutes } from './vacancies/routes.ts'
import { verifyNeed } from './verify-need.ts'
import { needWaiting } from './waiting.ts'

/** R42: the need for social housing, by everybody's estimates, held against the homes that there are and will be. */
export const needFeature: Feature = {
  name: 'need',
  addresses,
  routes(route) {
    balanceRoutes(route)
    estimateRoutes(route)
    citationRoutes(route)
    changeRoutes(route)
    vacancyRoutes(route)
  },
  navigation: [{ menu: 'main', under: 'places', order: 69, href: needPath, text: 'Boligbehov', key: 'boligbehov' }],
  styles: 'need',
  search: [needSearch],
  waiting: needWaiting,
  related: needOfDecision,
  relatedToItems: needOfItems,
  ofPlace: needOfPlace,
  measures: [vacantMeasure],
  events: { kinds: needEvents, subjects: needSubjects },
  checks: [{ about: 'The need for housing', find: verifyNeed }],
}
