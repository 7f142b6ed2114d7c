import { jointGroup } from '../../../access/joint-group.ts'
import type { Database } from '../../../database/database.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { attachmentUpload, extensionOf, storedFile } from '../../ground/documents/index.ts'
import { entryAddress, mandateAddress, mandatesQuery, newQuery, termsForm } from './forms.ts'
import { entryDocumentOf } from './ledger/ledger-queries.ts'
import { mandatePath } from './paths.ts'
import { keptOrganisation, sourceDocumentOf } from './queries.ts'
import { changeDraft } from './register/change-draft.ts'
import { adjustPage, protocolPage, revokePage, standingPage } from './register/change-pages.ts'
import { mandatesPage } from './register/list-page.ts'
import { changedTermsPage, newMandatePage } from './register/terms-page.ts'

/** One protocol, in the field »fil«. */
export const protocolUpload = attachmentUpload

export function mandateRoutes(route: Routes): void {
  route.get(
    '/mandater',
    { right: 'readBody', query: mandatesQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('mandates/list', mandatesPage(actor, query)),
  )

  route.get('/mandater/nyt', { right: 'keepAnyMandate', query: newQuery, queries: 9 }, ({ actor, query }) =>
    page('mandates/terms', newMandatePage(actor, query)),
  )

  route.get(
    '/mandater/:id/bilag',
    { right: 'readBody', params: mandateAddress, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ actor, db, params }) => {
      const found = sourceDocumentOf(actor, params.id)
      if (!found) throw notFound()
      return storedFile(db, found, `protokol-${found.number}${extensionOf(found.mediaType)}`)
    },
  )

  route.get(
    '/mandater/:id/posteringer/:entry/bilag',
    { right: 'readBody', params: entryAddress, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ db, params }) => {
      const found = entryDocumentOf(db, params.id, params.entry)
      if (!found) throw notFound()
      return storedFile(db, found, `protokol-${found.number}-ramme${extensionOf(found.mediaType)}`)
    },
  )

  keeperRoutes(route)
}

/** What a keeper does with a mandate. Revoking and superseding touch decisions too: those forms are taken there. */
function keeperRoutes(route: Routes): void {
  const kept = {
    right: 'keepMandates',
    params: mandateAddress,
    on: ({ db, params }: { db: Database; params: { id: number } }) => keptBy(db, params.id),
  } as const

  route.get('/mandater/:id/tilbagekald', { ...kept, queries: 8 }, ({ actor, params }) =>
    page('mandates/revoke', revokePage(actor, params.id)),
  )

  route.get('/mandater/:id/afloes', { ...kept, queries: 10 }, ({ actor, params }) =>
    page('mandates/terms', changedTermsPage(actor, params.id, 'supersession')),
  )

  route.get('/mandater/:id/ret', { ...kept, queries: 12 }, ({ actor, params }) => {
    const standing = standingPage(actor, params.id)
    return standing
      ? page('mandates/stands', standing)
      : page('mandates/terms', changedTermsPage(actor, params.id, 'draft'))
  })
  route.post(
    '/mandater/:id/ret',
    {
      ...kept,
      form: termsForm,
      onInvalid: ({ actor, params }, form) => page('mandates/terms', changedTermsPage(actor, params.id, 'draft', form)),
    },
    async ({ actor, params, form }) => {
      await changeDraft(actor, { ...form, mandateId: params.id })
      return redirect(mandatePath(params.id), 'Kladden er gemt.')
    },
  )

  route.get('/mandater/:id/protokol', { ...kept, queries: 8 }, ({ actor, params }) =>
    page('mandates/protocol', protocolPage(actor, params.id)),
  )

  route.get('/mandater/:id/ramme', { ...kept, queries: 8 }, ({ actor, params }) =>
    page('mandates/adjust', adjustPage(actor, params.id)),
  )
}

/** What the right to keep a mandate is asked about. */
export function keptBy(db: Database, id: number) {
  const organisation = keptOrganisation(db, id)
  return organisation ? { organisation } : null
}
