import type { Feature } from '../../../http/feature.ts'
import { addresses, componentsPath, privacyPath } from './paths.ts'
import { publicRoutes } from './routes.ts'

export const publicFeature: Feature = {
  name: 'public',
  addresses,
  routes: publicRoutes,
  navigation: [
    { menu: 'portal', order: 10, href: '/was', text: 'Tilgængelighedserklæring', right: 'public' },
    { menu: 'portal', order: 20, href: privacyPath, text: 'Privatliv', right: 'public' },
    { menu: 'portal', order: 30, href: '/cookies', text: 'Cookies', right: 'public' },
    { menu: 'portal', order: 40, href: '/licenser', text: 'Licenser', right: 'public' },
    { menu: 'portal', order: 50, href: componentsPath, text: 'Komponenter', right: 'administer', development: true },
  ],
}
