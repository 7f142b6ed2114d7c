import type { Feature } from '../../../http/feature.ts'
import { knowledgeEvents } from './event-kinds.ts'
import { knowledgeSubjects } from './event-subjects.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { indicatorsPath } from './paths.ts'

/** What is known of the areas and the town: indicators with their years. */
export const knowledgeFeature: Feature = {
  name: 'knowledge',
  navigation: [
    { menu: 'main', under: 'places', order: 66, href: indicatorsPath, text: 'Indikatorer', key: 'indikatorer' },
  ],
  styles: 'knowledge',
  routes: indicatorRoutes,
  events: { kinds: knowledgeEvents, subjects: knowledgeSubjects },
}
