import type { Feature } from '../../../http/feature.ts'
import { areaRoutes } from './areas/routes.ts'
import { delimitationRoutes } from './delimitations/routes.ts'
import { districtRoutes } from './districts/routes.ts'
import { estateImportRoutes } from './estate-import/routes.ts'
import { estateRoutes } from './estates/routes.ts'
import { placeEvents } from './event-kinds.ts'
import { placeSubjects } from './event-subjects.ts'
import { homesMeasure } from './map/measures.ts'
import { mapRoutes } from './map/routes.ts'
import { addresses, areasPath } from './paths.ts'
import { placeSearch } from './search.ts'
import { verifyPlaces } from './verify-places.ts'

export const placesFeature: Feature = {
  name: 'places',
  addresses,
  routes(route, features) {
    districtRoutes(route, features)
    estateRoutes(route, features)
    estateImportRoutes(route)
    areaRoutes(route, features)
    delimitationRoutes(route)
    mapRoutes(route, features)
  },
  navigation: [
    { menu: 'main', under: 'places', order: 65, href: areasPath, text: 'Boligområder', key: 'boligomraader' },
  ],
  styles: 'places',
  search: placeSearch,
  measures: [homesMeasure],
  events: { kinds: placeEvents, subjects: placeSubjects },
  checks: [{ about: 'Places', find: verifyPlaces }],
}
