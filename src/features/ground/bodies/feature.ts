import type { Feature } from '../../../http/feature.ts'
import { bodyEvents } from './event-kinds.ts'
import { bodySubjects } from './event-subjects.ts'
import { addresses, bodyPath, chartPath } from './paths.ts'
import { bodyRoutes } from './routes.ts'

export const bodiesFeature: Feature = {
  name: 'bodies',
  addresses,
  routes: bodyRoutes,
  navigation: [
    {
      menu: 'main',
      under: 'cooperation',
      order: 90,
      href: chartPath,
      text: 'Organisationsdiagram',
      key: 'organisation',
    },
    { menu: 'parties', order: 30, href: chartPath, text: 'Organisationsdiagram' },
    { menu: 'parties', order: 40, href: bodyPath('faelles-gruppe'), text: 'Fælles boligstrategisk gruppe' },
  ],
  events: { kinds: bodyEvents, subjects: bodySubjects },
}
