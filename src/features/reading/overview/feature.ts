import type { Feature } from '../../../http/feature.ts'
import { frontPath } from '../../../http/paths.ts'
import { emptySeats } from './empty-seats.ts'
import { overviewRoutes } from './routes.ts'

export const overviewFeature: Feature = {
  name: 'overview',
  routes: overviewRoutes,
  navigation: [{ menu: 'main', order: 10, href: frontPath, text: 'Mit overblik', key: 'overblik' }],
  waiting: [emptySeats],
}
