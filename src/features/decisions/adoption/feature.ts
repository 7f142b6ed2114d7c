import type { Feature } from '../../../http/feature.ts'
import { adoptedTexts } from './adopted-texts.ts'
import { textEvents } from './event-kinds.ts'
import { textSubjects } from './event-subjects.ts'

export const adoptionFeature: Feature = {
  name: 'adoption',
  related: adoptedTexts,
  events: { kinds: textEvents, subjects: textSubjects },
}
