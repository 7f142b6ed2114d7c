import type { Feature } from '../../../http/feature.ts'
import { implementationEvents } from './event-kinds.ts'
import { implementationSubjects } from './event-subjects.ts'
import { implementationSource } from './implementation-source.ts'
import { relatedToStrategy } from './related.ts'
import { implementationRoutes } from './routes.ts'
import { implementationWaiting } from './waiting.ts'

export const implementationFeature: Feature = {
  name: 'implementation',
  routes: implementationRoutes,
  styles: 'implementation',
  answers: [implementationSource],
  waiting: implementationWaiting,
  related: relatedToStrategy,
  events: { kinds: implementationEvents, subjects: implementationSubjects },
}
