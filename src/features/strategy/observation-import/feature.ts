import type { Feature } from '../../../http/feature.ts'
import { importEvents } from './event-kinds.ts'
import { importSubjects } from './event-subjects.ts'
import { importRoutes } from './routes.ts'

/** Figures from files: read apart, judged row by row, and delivered all at once. */
export const observationImportFeature: Feature = {
  name: 'observation-import',
  routes: importRoutes,
  styles: 'observation-import',
  events: { kinds: importEvents, subjects: importSubjects },
}
