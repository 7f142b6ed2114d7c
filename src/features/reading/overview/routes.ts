import type { Feature } from '../../../http/feature.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import { choosePasswordPath } from '../../../http/paths.ts'
import type { Routes } from '../../../http/route.ts'
import { inOrder } from '../../../kernel/placed.ts'
import { overviewPage } from './pages.ts'

export function overviewRoutes(route: Routes, features: readonly Feature[]): void {
  const sources = inOrder(features.flatMap(({ waiting }) => waiting ?? []))
  route.get('/', { right: 'public', queries: 17 }, ({ actor }) => {
    if (actor.mustChoosePassword) return redirect(choosePasswordPath)
    return actor.person
      ? page('overview/overview', overviewPage(actor, sources))
      : page('public/front', { title: 'Forside' })
  })
}
