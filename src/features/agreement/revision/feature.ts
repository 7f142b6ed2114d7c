import type { Feature } from '../../../http/feature.ts'
import { revisionEvents } from './event-kinds.ts'
import { revisionSubjects } from './event-subjects.ts'
import { revisionRoutes } from './routes.ts'
import { verifySignings } from './signing/verify-signings.ts'
import { revisionWaiting } from './waiting.ts'

export const revisionFeature: Feature = {
  name: 'revision',
  routes: revisionRoutes,
  waiting: revisionWaiting,
  checks: [{ about: 'Signatures', find: verifySignings }],
  events: { kinds: revisionEvents, subjects: revisionSubjects },
}
