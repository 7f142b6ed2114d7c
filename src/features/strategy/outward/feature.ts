import type { Feature } from '../../../http/feature.ts'
import { outwardEvents } from './event-kinds.ts'
import { outwardSubjects } from './event-subjects.ts'
import { outwardListPath } from './paths.ts'
import { outwardRoutes } from './routes.ts'
import { verifySendings } from './sending/verify-sendings.ts'
import { outwardWaiting } from './waiting.ts'

export const outwardFeature: Feature = {
  name: 'outward',
  routes: outwardRoutes,
  // Ten places stand on the main menu's line, and letters are few: their days are told on the overview.
  navigation: [{ menu: 'work', order: 45, href: outwardListPath, text: 'Udtalelser udadtil' }],
  styles: 'outward',
  waiting: outwardWaiting,
  checks: [{ about: 'Letters that were sent', find: verifySendings }],
  events: { kinds: outwardEvents, subjects: outwardSubjects },
}
