import type { Feature } from '../../../http/feature.ts'
import { standardsPath } from './paths.ts'
import { standardRoutes } from './routes.ts'

export const standardsFeature: Feature = {
  name: 'standards',
  routes: standardRoutes,
  navigation: [{ menu: 'main', order: 55, href: standardsPath, text: 'Standarder', key: 'standarder' }],
}
