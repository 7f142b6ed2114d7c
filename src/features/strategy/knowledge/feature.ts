import type { Feature } from '../../../http/feature.ts'
import { deliveryRoutes } from './deliveries/routes.ts'
import { verifyDeliveries } from './deliveries/verify-deliveries.ts'
import { discretionRoutes } from './discretion/routes.ts'
import { verifyDiscretion } from './discretion/verify-discretion.ts'
import { knowledgeEvents } from './event-kinds.ts'
import { knowledgeSubjects } from './event-subjects.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { indicatorSearch } from './indicators/search.ts'
import { addresses, indicatorsPath } from './paths.ts'
import { figureMeasures } from './series/map-measures.ts'
import { tablesOfPlace } from './series/place-tables.ts'
import { seriesRoutes } from './series/routes.ts'
import { statusRoutes } from './status/routes.ts'
import { lateFigures } from './status/waiting.ts'
import { thresholdRoutes } from './thresholds/routes.ts'

/** What is known of the town and its places: indicators with their figures, year by year. */
export const knowledgeFeature: Feature = {
  name: 'knowledge',
  addresses,
  navigation: [
    { menu: 'main', under: 'places', order: 66, href: indicatorsPath, text: 'Indikatorer', key: 'indikatorer' },
  ],
  styles: 'knowledge',
  routes(route) {
    indicatorRoutes(route)
    seriesRoutes(route)
    thresholdRoutes(route)
    deliveryRoutes(route)
    discretionRoutes(route)
    statusRoutes(route)
  },
  search: [indicatorSearch],
  waiting: lateFigures,
  tablesOfPlace,
  measuresFor: figureMeasures,
  events: { kinds: knowledgeEvents, subjects: knowledgeSubjects },
  checks: [
    { about: 'Deliveries of figures', find: verifyDeliveries },
    { about: 'Hidden figures', find: verifyDiscretion },
  ],
}
