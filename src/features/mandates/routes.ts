import type { Database } from '../../database/database.ts'
import { file, page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { documentPath, extensionOf, maxFileBytes, mayShowInline } from '../documents/index.ts'
import { adjustTotal } from './adjust-total.ts'
import { attachProtocol, changeDraft } from './change-draft.ts'
import { adjustPage, protocolPage, revokePage } from './change-pages.ts'
import {
  adjustForm,
  entryAddress,
  ledgerQuery,
  mandateAddress,
  mandateForm,
  mandatesQuery,
  newQuery,
  termsForm,
  versionForm,
} from './forms.ts'
import { jointGroup } from './joint-group.ts'
import { entryDocumentOf } from './ledger-queries.ts'
import { mandatesPage } from './list-page.ts'
import { mandatePage } from './pages.ts'
import { keptOrganisation, sourceDocumentOf } from './queries.ts'
import { registerMandate } from './register-mandate.ts'
import { changedTermsPage, newMandatePage } from './terms-page.ts'

/** One protocol, in the field »fil«. */
export const protocolUpload = { field: 'fil', maxFiles: 1, maxBytes: maxFileBytes }

export function mandateRoutes(route: Routes): void {
  route.get(
    '/mandater',
    { right: 'readBody', query: mandatesQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('mandates/list', mandatesPage(actor, query)),
  )

  route.get('/mandater/nyt', { right: 'keepAnyMandate', query: newQuery, queries: 9 }, ({ actor, query }) =>
    page('mandates/terms', newMandatePage(actor, query)),
  )

  route.post(
    '/mandater/nyt',
    {
      right: 'keepAnyMandate',
      form: mandateForm,
      upload: protocolUpload,
      onInvalid: ({ actor }, form) => page('mandates/terms', newMandatePage(actor, {}, form)),
    },
    async ({ actor, form, files }) => {
      const { id, number, activated } = await registerMandate(actor, { ...form, sourceDocument: files[0] ?? null })
      const told = activated
        ? `Mandat ${number} er registreret.`
        : `Mandat ${number} er registreret som kladde. Det gælder, når protokollen er vedhæftet.`
      return redirect(`/mandater/${id}`, told)
    },
  )

  route.get(
    '/mandater/:id',
    { right: 'readBody', params: mandateAddress, query: ledgerQuery, queries: 12, on: ({ db }) => jointGroup(db) },
    ({ actor, params, query }) => page('mandates/show', mandatePage(actor, params.id, query.fra ?? 0)),
  )

  route.get(
    '/mandater/:id/bilag',
    { right: 'readBody', params: mandateAddress, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ db, params }) => {
      const found = sourceDocumentOf(db, params.id)
      if (!found) throw notFound()
      const { number, hash, mediaType } = found
      const name = `protokol-${number}${extensionOf(mediaType)}`
      return file(documentPath(db, hash), { name, mediaType, inline: mayShowInline(mediaType) })
    },
  )

  route.get(
    '/mandater/:id/posteringer/:entry/bilag',
    { right: 'readBody', params: entryAddress, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ db, params }) => {
      const found = entryDocumentOf(db, params.id, params.entry)
      if (!found) throw notFound()
      const { number, hash, mediaType } = found
      const name = `protokol-${number}-ramme${extensionOf(mediaType)}`
      return file(documentPath(db, hash), { name, mediaType, inline: mayShowInline(mediaType) })
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

  route.get('/mandater/:id/ret', { ...kept, queries: 10 }, ({ actor, params }) =>
    page('mandates/terms', changedTermsPage(actor, params.id, 'draft')),
  )
  route.post(
    '/mandater/:id/ret',
    {
      ...kept,
      form: termsForm,
      onInvalid: ({ actor, params }, form) => page('mandates/terms', changedTermsPage(actor, params.id, 'draft', form)),
    },
    async ({ actor, params, form }) => {
      await changeDraft(actor, { ...form, mandateId: params.id })
      return redirect(`/mandater/${params.id}`, 'Kladden er gemt.')
    },
  )

  route.get('/mandater/:id/protokol', { ...kept, queries: 8 }, ({ actor, params }) =>
    page('mandates/protocol', protocolPage(actor, params.id)),
  )
  route.post(
    '/mandater/:id/protokol',
    {
      ...kept,
      form: versionForm,
      upload: protocolUpload,
      onInvalid: ({ actor, params }, form) => page('mandates/protocol', protocolPage(actor, params.id, form)),
    },
    async ({ actor, params, form, files }) => {
      await attachProtocol(actor, { mandateId: params.id, version: form.version, protocol: files[0] ?? null })
      return redirect(`/mandater/${params.id}`, 'Protokollen er vedhæftet. Mandatet er ikke længere en kladde.')
    },
  )

  route.get('/mandater/:id/ramme', { ...kept, queries: 8 }, ({ actor, params }) =>
    page('mandates/adjust', adjustPage(actor, params.id)),
  )
  route.post(
    '/mandater/:id/ramme',
    {
      ...kept,
      form: adjustForm,
      upload: protocolUpload,
      onInvalid: ({ actor, params }, form) => page('mandates/adjust', adjustPage(actor, params.id, form)),
    },
    async ({ actor, params, form, files }) => {
      await adjustTotal(actor, { ...form, mandateId: params.id, protocol: files[0] ?? null })
      return redirect(`/mandater/${params.id}`, form.kind === 'RAISE' ? 'Rammen er hævet.' : 'Rammen er sænket.')
    },
  )
}

/** What the right to keep a mandate is asked about. */
export function keptBy(db: Database, id: number) {
  const organisation = keptOrganisation(db, id)
  return organisation ? { organisation } : null
}
