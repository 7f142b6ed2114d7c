import type { Feature } from '../../../http/feature.ts'
import { subjectAreaEvents } from './event-kinds.ts'
import { subjectAreaSubjects } from './event-subjects.ts'
import { addresses } from './paths.ts'
import { subjectAreaRoutes } from './routes.ts'

export const subjectAreasFeature: Feature = {
  name: 'subject-areas',
  addresses,
  routes: subjectAreaRoutes,
  events: { kinds: subjectAreaEvents, subjects: subjectAreaSubjects },
}
