import type { Feature } from '../../../http/feature.ts'
import { addPeopleRoutes } from './routes.ts'

export const peopleFeature: Feature = {
  name: 'people',
  routes: addPeopleRoutes,
}
