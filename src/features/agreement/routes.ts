import { page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { agreementPage } from './agreement-page.ts'
import { comparableDraft, comparableVersion, comparisonPage } from './comparison-page.ts'
import { comparisonAddress, comparisonQuery, versionAddress } from './forms.ts'
import { importRoutes } from './import-routes.ts'
import { comparisonPath } from './labels.ts'
import { findVersion } from './queries.ts'
import { versionPage } from './version-page.ts'

export function agreementRoutes(route: Routes): void {
  route.get('/aftalen', { right: 'signedIn', queries: 3 }, ({ actor }) => page('agreement/list', agreementPage(actor)))

  importRoutes(route)

  route.get('/aftalen/:year', { right: 'signedIn', params: versionAddress, queries: 9 }, ({ actor, db, params }) => {
    const version = findVersion(db, params.year)
    if (!version) throw notFound()
    return page('agreement/show', versionPage(actor, version))
  })

  route.get(
    '/aftalen/:year/sammenlign/:other',
    { right: 'signedIn', params: comparisonAddress, query: comparisonQuery, queries: 9 },
    ({ actor, db, params, query }) => {
      const { year, other } = params
      // The earlier version stands first, whichever one began with.
      if (other.draft === null && other.year < year) return redirect(comparisonPath(other.year, year))
      const old = comparableVersion(db, year)
      const now =
        other.draft === null ? comparableVersion(db, other.year) : comparableDraft(actor, other.year, other.draft)
      if (!old || !now) throw notFound()
      return page('agreement/comparison', comparisonPage(old, now, query.vis))
    },
  )
}
