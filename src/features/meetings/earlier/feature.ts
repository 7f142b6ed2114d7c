import type { Feature } from '../../../http/feature.ts'
import { earlierEvents } from './event-kinds.ts'
import { earlierSubjects } from './event-subjects.ts'
import { addresses, earlierPath } from './paths.ts'
import { earlierRoutes } from './routes.ts'
import { earlierSearch } from './search.ts'

export const earlierFeature: Feature = {
  name: 'earlier',
  addresses,
  routes: earlierRoutes,
  navigation: [{ menu: 'work', order: 60, href: earlierPath, text: 'Fra før portalen' }],
  search: earlierSearch,
  events: { kinds: earlierEvents, subjects: earlierSubjects },
}
