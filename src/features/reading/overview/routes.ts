import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { choosePasswordPath } from '../../../http/server/sign-in.ts'
import { overviewPage } from './pages.ts'

export function overviewRoutes(route: Routes): void {
  route.get('/', { right: 'public', queries: 13 }, ({ actor }) => {
    if (actor.mustChoosePassword) return redirect(choosePasswordPath)
    return actor.person ? page('overview/overview', overviewPage(actor)) : page('public/front', { title: 'Forside' })
  })
}
