import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../../decisions/adoption/index.ts'
import { actionSource } from './actions/action-source.ts'
import { overdueAtItems } from './actions/overdue-at-items.ts'
import { actionsWaiting } from './actions/waiting.ts'
import { actionEvents } from './event-kinds.ts'
import { actionSubjects } from './event-subjects.ts'
import { movesWaiting } from './moves/waiting.ts'
import { actionsPath } from './paths.ts'
import { planKind } from './plan-kind.ts'
import { relatedToPlans } from './queries.ts'
import { planRoutes } from './routes.ts'

export const plansFeature: Feature = {
  name: 'plans',
  routes: planRoutes,
  navigation: [
    { menu: 'main', under: 'strategy', order: 54, href: actionsPath, text: 'Handlinger', key: 'handlinger' },
  ],
  styles: 'plans',
  search: [textSearch(planKind, { order: 43, more: 'Vis alle handlingsplaner' })],
  answers: [actionSource],
  waiting: [...actionsWaiting, ...movesWaiting],
  related: relatedToPlans,
  relatedToItems: overdueAtItems,
  events: { kinds: actionEvents, subjects: actionSubjects },
}
