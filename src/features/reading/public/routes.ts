import { recordsKeptDays } from '../../../access/security-log.ts'
import { draftDays } from '../../../database/folder/form-store.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { absoluteHours, idleMinutes } from '../../../http/server/session.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { closedKeptDays } from '../../ground/accounts/index.ts'
import { componentsPage } from './components-page.ts'

/** What everyone may read without signing in: about the portal itself. */
export function publicRoutes(route: Routes): void {
  route.get('/was', { right: 'public', queries: 0 }, ({ settings }) =>
    // The official statement is made with the authority's own tool; the portal only leads there.
    redirect(settings.accessibilityStatementUrl ?? '/tilgaengelighed'),
  )
  route.get('/tilgaengelighed', { right: 'public', queries: 0 }, ({ settings }) =>
    page('public/accessibility', {
      title: 'Tilgængelighedserklæring',
      crumbs: [{ text: 'Tilgængelighedserklæring' }],
      statement: settings.accessibilityStatementUrl,
    }),
  )
  route.get('/adgangskode/glemt', { right: 'public', queries: 0 }, () =>
    page('public/forgotten-password', { title: 'Glemt adgangskode', crumbs: [{ text: 'Glemt adgangskode' }] }),
  )
  route.get('/privatliv', { right: 'public', queries: 0 }, () =>
    page('public/privacy', {
      title: 'Privatliv',
      crumbs: [{ text: 'Privatliv' }],
      keptDays: recordsKeptDays,
      closedDays: closedKeptDays,
      draftDays,
      idleMinutes,
      absoluteHours,
    }),
  )
  route.get('/licenser', { right: 'public', queries: 0 }, () =>
    page('public/licences', { title: 'Licenser', crumbs: [{ text: 'Licenser' }] }),
  )
  // The gallery of the interface's parts, for those who build it: no part of the portal for its users.
  route.get('/komponenter', { right: 'administer', hidden: true, queries: 0 }, ({ settings }) => {
    if (settings.production) throw notFound()
    return page('public/components', componentsPage())
  })
  route.get('/cookies', { right: 'public', queries: 0 }, () =>
    page('public/cookies', { title: 'Cookies', crumbs: [{ text: 'Cookies' }], idleMinutes }),
  )
}
