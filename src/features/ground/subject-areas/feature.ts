import type { Feature } from '../../../http/feature.ts'
import { subjectAreaRoutes } from './routes.ts'

export const subjectAreasFeature: Feature = {
  name: 'subject-areas',
  routes: subjectAreaRoutes,
}
