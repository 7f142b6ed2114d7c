import type { Feature } from '../../../http/feature.ts'
import { followUpEvents } from './event-kinds.ts'
import { followUpSubjects } from './event-subjects.ts'
import { addresses, followUpsPath } from './paths.ts'
import { followUpRoutes } from './routes.ts'

export const followupsFeature: Feature = {
  name: 'followups',
  addresses,
  routes: followUpRoutes,
  navigation: [
    { menu: 'main', order: 60, href: followUpsPath, text: 'Opfølgning', key: 'opfoelgning' },
    { menu: 'work', order: 80, href: followUpsPath, text: 'Opfølgning' },
  ],
  events: { kinds: followUpEvents, subjects: followUpSubjects },
}
