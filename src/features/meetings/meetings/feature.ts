import type { Feature } from '../../../http/feature.ts'
import { meetingEvents } from './event-kinds.ts'
import { meetingSubjects } from './event-subjects.ts'
import { meetingSearch } from './meeting/search.ts'
import { addresses, itemProposalsPath, meetingsPath } from './paths.ts'
import { meetingRoutes } from './routes.ts'
import { meetingsWaiting } from './waiting/waiting-lines.ts'

export const meetingsFeature: Feature = {
  name: 'meetings',
  addresses,
  routes: meetingRoutes,
  styles: 'meetings',
  navigation: [
    { menu: 'main', order: 20, href: meetingsPath, text: 'Møder', key: 'moeder' },
    { menu: 'work', order: 10, href: meetingsPath, text: 'Møder' },
    { menu: 'work', order: 20, href: itemProposalsPath, text: 'Punktforslag' },
  ],
  search: meetingSearch,
  waiting: meetingsWaiting,
  events: { kinds: meetingEvents, subjects: meetingSubjects },
}
