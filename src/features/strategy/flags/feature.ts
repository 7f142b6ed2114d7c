import type { Feature } from '../../../http/feature.ts'
import { flagEvents } from './event-kinds.ts'
import { flagSubjects } from './event-subjects.ts'
import { flagsPath } from './paths.ts'
import { flagsMeasure, flagsOfCase, flagsOfItems, flagsOfPlace } from './related.ts'
import { flagRoutes } from './routes.ts'
import { flagSearch } from './search.ts'
import { verifyFlags } from './verify-flags.ts'
import { flagsWaiting } from './waiting.ts'

export const flagsFeature: Feature = {
  name: 'flags',
  routes: flagRoutes,
  navigation: [{ menu: 'main', under: 'places', order: 67, href: flagsPath, text: 'Påpegninger', key: 'paapegninger' }],
  styles: 'flags',
  search: flagSearch,
  waiting: flagsWaiting,
  related: flagsOfCase,
  relatedToItems: flagsOfItems,
  ofPlace: flagsOfPlace,
  measures: [flagsMeasure],
  events: { kinds: flagEvents, subjects: flagSubjects },
  checks: [{ about: 'Flags', find: verifyFlags }],
}
