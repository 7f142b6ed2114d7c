import type { Feature } from '../../../http/feature.ts'
import { listEvents } from './event-kinds.ts'
import { listSubjects } from './event-subjects.ts'
import { listsOfPlace } from './of-place.ts'
import { listsPath } from './paths.ts'
import { listRoutes } from './routes.ts'

export const listsFeature: Feature = {
  name: 'lists',
  routes: listRoutes,
  navigation: [{ menu: 'main', under: 'places', order: 68, href: listsPath, text: 'Statslige lister', key: 'lister' }],
  styles: 'lists',
  ofPlace: listsOfPlace,
  events: { kinds: listEvents, subjects: listSubjects },
}
