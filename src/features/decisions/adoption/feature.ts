import type { Feature } from '../../../http/feature.ts'
import { textEvents } from './event-kinds.ts'
import { textSubjects } from './event-subjects.ts'

export const adoptionFeature: Feature = {
  name: 'adoption',
  events: { kinds: textEvents, subjects: textSubjects },
}
