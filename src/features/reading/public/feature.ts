import type { Feature } from '../../../http/feature.ts'
import { publicRoutes } from './routes.ts'

export const publicFeature: Feature = {
  name: 'public',
  routes: publicRoutes,
  navigation: [
    { menu: 'portal', order: 10, href: '/was', text: 'Tilgængelighedserklæring', right: 'public' },
    { menu: 'portal', order: 20, href: '/privatliv', text: 'Privatliv', right: 'public' },
    { menu: 'portal', order: 30, href: '/cookies', text: 'Cookies', right: 'public' },
    { menu: 'portal', order: 40, href: '/licenser', text: 'Licenser', right: 'public' },
    { menu: 'portal', order: 50, href: '/komponenter', text: 'Komponenter', right: 'administer', development: true },
  ],
}
