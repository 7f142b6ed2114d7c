import type { Feature } from '../../../http/feature.ts'
import { addresses, eventsPath } from './paths.ts'
import { eventRoutes } from './routes.ts'

export const eventsFeature: Feature = {
  name: 'events',
  addresses,
  routes: eventRoutes,
  navigation: [{ menu: 'work', order: 90, href: eventsPath, text: 'Hændelser', right: 'followEvents' }],
}
