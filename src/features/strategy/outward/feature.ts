import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../../decisions/adoption/index.ts'
import { outwardEvents } from './event-kinds.ts'
import { outwardSubjects } from './event-subjects.ts'
import { letterKind } from './letter/letter-kind.ts'
import { addresses, outwardListPath } from './paths.ts'
import { outwardRoutes } from './routes.ts'
import { verifySendings } from './sending/verify-sendings.ts'
import { stancesAsked } from './stances/asked.ts'
import { outwardWaiting } from './waiting.ts'

export const outwardFeature: Feature = {
  name: 'outward',
  addresses,
  routes: outwardRoutes,
  navigation: [
    { menu: 'main', under: 'strategy', order: 57, href: outwardListPath, text: 'Udtalelser', key: 'udtalelser' },
  ],
  styles: 'outward',
  search: [textSearch(letterKind, { order: 44, more: 'Vis alle udtalelser' })],
  waiting: outwardWaiting,
  asked: [stancesAsked],
  checks: [{ about: 'Letters that were sent', find: verifySendings }],
  events: { kinds: outwardEvents, subjects: outwardSubjects },
}
