import { page } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { overviewPage } from './pages.ts'

export function overviewRoutes(route: Routes): void {
  route.get('/', { right: 'public', queries: 10 }, ({ actor }) =>
    actor.person ? page('overview/overview', overviewPage(actor)) : page('public/front', { title: 'Forside' }),
  )
}
