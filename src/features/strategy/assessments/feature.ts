import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../../decisions/adoption/index.ts'
import { assessmentEvents } from './event-kinds.ts'
import { assessmentSubjects } from './event-subjects.ts'
import { methodKind } from './methods/method-kind.ts'
import { assessmentsOfPlace, levelMeasure } from './of-place.ts'
import { assessmentsPath } from './paths.ts'
import { assessmentRoutes } from './routes.ts'
import { assessmentsWaiting } from './waiting.ts'

export const assessmentsFeature: Feature = {
  name: 'assessments',
  routes: assessmentRoutes,
  navigation: [
    { menu: 'main', under: 'places', order: 66, href: assessmentsPath, text: 'Vurderinger', key: 'vurderinger' },
  ],
  styles: 'assessments',
  search: [textSearch(methodKind, { order: 45, more: 'Vis alle vurderingsmetoder' })],
  waiting: assessmentsWaiting,
  ofPlace: assessmentsOfPlace,
  measures: [levelMeasure],
  events: { kinds: assessmentEvents, subjects: assessmentSubjects },
}
