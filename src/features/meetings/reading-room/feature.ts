import type { Feature } from '../../../http/feature.ts'
import { addresses, myNotesPath } from './paths.ts'
import { readingRoomRoutes } from './routes.ts'
import { readingWaiting } from './waiting.ts'

export const readingRoomFeature: Feature = {
  name: 'reading-room',
  addresses,
  routes: readingRoomRoutes,
  styles: 'reading-room',
  navigation: [{ menu: 'work', order: 25, href: myNotesPath, text: 'Mine noter' }],
  waiting: readingWaiting,
}
