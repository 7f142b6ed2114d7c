import type { Feature } from '../../../http/feature.ts'
import { answerRoutes } from './routes.ts'

export const answersFeature: Feature = {
  name: 'answers',
  routes: answerRoutes,
  styles: 'answers',
}
