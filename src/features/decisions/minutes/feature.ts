import type { Feature } from '../../../http/feature.ts'
import { minutesEvents } from './event-kinds.ts'
import { minutesSubjects } from './event-subjects.ts'
import { changesOf } from './live/following.ts'
import { addresses, textBlocksPath } from './paths.ts'
import { minutesRoutes } from './routes.ts'

export const minutesFeature: Feature = {
  name: 'minutes',
  addresses,
  routes: minutesRoutes,
  styles: 'minutes',
  changes: changesOf,
  navigation: [{ menu: 'work', order: 22, href: textBlocksPath, text: 'Tekstblokke', right: 'manageOwnSide' }],
  events: { kinds: minutesEvents, subjects: minutesSubjects },
}
