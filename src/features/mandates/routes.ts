import type { Database } from '../../database/database.ts'
import { file, page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { documentPath, extensionOf, maxFileBytes, mayShowInline } from '../documents/index.ts'
import { ledgerQuery, mandateAddress, mandateForm, mandatesQuery, newQuery } from './forms.ts'
import { jointGroup } from './joint-group.ts'
import { mandatePage, mandatesPage, newMandatePage, revokePage, subjectOf } from './pages.ts'
import { findMandate, sourceDocumentOf } from './queries.ts'
import { registerMandate } from './register-mandate.ts'

export function mandateRoutes(route: Routes): void {
  route.get(
    '/mandater',
    { right: 'readBody', query: mandatesQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('mandates/list', mandatesPage(actor, query)),
  )

  route.get('/mandater/nyt', { right: 'keepAnyMandate', query: newQuery, queries: 6 }, ({ actor, query }) =>
    page('mandates/new', newMandatePage(actor, query.organisation)),
  )

  route.post(
    '/mandater/nyt',
    {
      right: 'keepAnyMandate',
      form: mandateForm,
      upload: { field: 'fil', maxFiles: 1, maxBytes: maxFileBytes },
      onInvalid: ({ actor }, form) => page('mandates/new', newMandatePage(actor, undefined, form)),
    },
    async ({ actor, form, files }) => {
      const mandate = await registerMandate(actor, { ...form, sourceDocument: files[0] ?? null })
      return redirect(`/mandater/${mandate.id}`, `Mandat ${mandate.number} er registreret.`)
    },
  )

  route.get(
    '/mandater/:id',
    { right: 'readBody', params: mandateAddress, query: ledgerQuery, queries: 8, on: ({ db }) => jointGroup(db) },
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
    '/mandater/:id/tilbagekald',
    { right: 'keepMandates', params: mandateAddress, queries: 8, on: ({ db, params }) => keptBy(db, params.id) },
    ({ actor, params }) => page('mandates/revoke', revokePage(actor, params.id)),
  )
}

/** What the right to keep a mandate is asked about. */
export function keptBy(db: Database, id: number) {
  const mandate = findMandate(db, id)
  return mandate ? { organisation: subjectOf(mandate) } : null
}
