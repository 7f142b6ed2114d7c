import type { Feature } from '../../../http/feature.ts'
import { bodyEvents } from './event-kinds.ts'
import { bodySubjects } from './event-subjects.ts'
import { bodyRoutes } from './routes.ts'

export const bodiesFeature: Feature = {
  name: 'bodies',
  routes: bodyRoutes,
  navigation: [
    { menu: 'main', order: 90, href: '/organisation', text: 'Organisationsdiagram', key: 'organisation' },
    { menu: 'parties', order: 30, href: '/organisation', text: 'Organisationsdiagram' },
    { menu: 'parties', order: 40, href: '/organer/faelles-gruppe', text: 'Fælles boligstrategisk gruppe' },
  ],
  events: { kinds: bodyEvents, subjects: bodySubjects },
}
