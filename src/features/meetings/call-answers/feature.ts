import type { Feature } from '../../../http/feature.ts'
import { callAnswerEvents } from './event-kinds.ts'
import { callAnswerRoutes } from './routes.ts'
import { callAnswersWaiting } from './waiting.ts'

export const callAnswersFeature: Feature = {
  name: 'call-answers',
  routes: callAnswerRoutes,
  waiting: callAnswersWaiting,
  events: { kinds: callAnswerEvents },
}
