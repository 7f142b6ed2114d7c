import type { Feature } from '../../../http/feature.ts'
import { adoptedTexts } from './adopted-texts.ts'
import { textEvents } from './event-kinds.ts'
import { textSubjects } from './event-subjects.ts'
import { hearingsAsked } from './hearing/asked.ts'
import { hearingsWaiting } from './hearing/waiting.ts'
import { textsOfItems } from './item-texts.ts'

export const adoptionFeature: Feature = {
  name: 'adoption',
  styles: 'adoption',
  related: adoptedTexts,
  relatedToItems: textsOfItems,
  waiting: hearingsWaiting,
  asked: [hearingsAsked],
  events: { kinds: textEvents, subjects: textSubjects },
}
