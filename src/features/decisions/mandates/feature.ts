import type { Feature } from '../../../http/feature.ts'
import { mandateEvents } from './event-kinds.ts'
import { mandateSubjects } from './event-subjects.ts'
import { verifyLedgers, verifyMandateEvents } from './ledger/verify-mandates.ts'
import { mandatesMeasure, mandatesOfPlace } from './mandates-of-place.ts'
import { addresses, mandatesPath } from './paths.ts'
import { mandateRoutes } from './routes.ts'
import { mandatesWaiting } from './waiting.ts'

export const mandatesFeature: Feature = {
  name: 'mandates',
  addresses,
  routes: mandateRoutes,
  navigation: [
    { menu: 'main', order: 50, href: mandatesPath, text: 'Mandater', key: 'mandater' },
    { menu: 'work', order: 70, href: mandatesPath, text: 'Mandater' },
  ],
  waiting: mandatesWaiting,
  ofPlace: mandatesOfPlace,
  measures: [mandatesMeasure],
  checks: [
    { about: 'Mandates', find: verifyLedgers },
    { about: 'Events of mandates', find: verifyMandateEvents },
  ],
  events: { kinds: mandateEvents, subjects: mandateSubjects },
}
