import type { Feature } from '../../../http/feature.ts'
import { wheelEvents } from './event-kinds.ts'
import { wheelSubjects } from './event-subjects.ts'
import { addresses, yearPath } from './paths.ts'
import { wheelRoutes } from './routes.ts'

export const wheelFeature: Feature = {
  name: 'wheel',
  addresses,
  routes: wheelRoutes,
  styles: 'wheel',
  navigation: [
    { menu: 'main', under: 'cooperation', order: 86, href: yearPath, text: 'Årshjul', key: 'aarshjul' },
    { menu: 'work', order: 12, href: yearPath, text: 'Årshjul' },
  ],
  events: { kinds: wheelEvents, subjects: wheelSubjects },
}
