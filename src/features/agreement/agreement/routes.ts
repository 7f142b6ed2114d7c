import type { Database } from '../../../database/database.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { agreementPage } from './agreement-page.ts'
import { comparisonAddress, comparisonQuery, linkForm, rhythmForm, signatureAddress, versionAddress } from './forms.ts'
import { importRoutes } from './import/import-routes.ts'
import { agreementsPath, comparisonPath, versionPath } from './paths.ts'
import { findVersion, type VersionRow } from './queries.ts'
import { comparableDraft, comparableVersion, comparisonPage } from './redline/comparison-page.ts'
import { rhythmPage } from './rhythm/rhythm-page.ts'
import { stateRhythm } from './rhythm/state-rhythm.ts'
import { linkPage } from './version/link-page.ts'
import { linkSignature } from './version/link-signature.ts'
import { versionPage } from './version/version-page.ts'

export function agreementRoutes(route: Routes): void {
  route.get('/aftalen', { right: 'signedIn', queries: 5 }, ({ actor }) => page('agreement/list', agreementPage(actor)))

  importRoutes(route)

  route.get('/aftalen/:year', { right: 'signedIn', params: versionAddress, queries: 9 }, ({ actor, db, params }) => {
    return page('agreement/show', versionPage(actor, foundVersion(db, params.year)))
  })

  const rhythm = '/aftalen/:year/revisionsrytme'
  route.get(rhythm, { right: 'runRevision', params: versionAddress, queries: 2 }, ({ db, params }) =>
    page('layout/form-page', { ...rhythmPage(foundVersion(db, params.year)) }),
  )
  route.post(
    rhythm,
    {
      right: 'runRevision',
      params: versionAddress,
      form: rhythmForm,
      onInvalid: ({ db, params }, form) =>
        page('layout/form-page', { ...rhythmPage(foundVersion(db, params.year), form) }),
    },
    async ({ actor, params, form: { version, ...stated } }) => {
      await stateRhythm(actor, { year: params.year, version, rhythm: stated })
      return redirect(`${agreementsPath}#revision`, 'Revisionsrytmen er gemt.')
    },
  )

  const signature = '/aftalen/:year/underskrifter/:signature'
  route.get(
    signature,
    { right: 'manageOwnSide', params: signatureAddress, queries: 4 },
    ({ actor, db, params: { year, signature: id } }) =>
      page('layout/form-page', { ...linkPage(actor, foundVersion(db, year), id) }),
  )
  route.post(
    signature,
    {
      right: 'manageOwnSide',
      params: signatureAddress,
      form: linkForm,
      onInvalid: ({ actor, db, params: { year, signature: id } }, form) =>
        page('layout/form-page', { ...linkPage(actor, foundVersion(db, year), id, form) }),
    },
    async ({ actor, params, form }) => {
      await linkSignature(actor, { year: params.year, signatureId: params.signature, ...form })
      return redirect(`${versionPath(params.year)}#underskrifter`, 'Underskriften er knyttet til organisationen.')
    },
  )

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
      return page('agreement/comparison', comparisonPage(actor.database, old, now, query.vis))
    },
  )
}

function foundVersion(db: Database, year: number): VersionRow {
  const version = findVersion(db, year)
  if (!version) throw notFound()
  return version
}
