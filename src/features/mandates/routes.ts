import type { Database } from '../../database/database.ts'
import { page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { ledgerQuery, mandateAddress, mandateForm, mandatesQuery, newQuery, revokeForm } from './forms.ts'
import { jointGroup } from './joint-group.ts'
import { mandatePage, mandatesPage, newMandatePage, revokePage, subjectOf } from './pages.ts'
import { findMandate } from './queries.ts'
import { registerMandate } from './register-mandate.ts'
import { revokeMandate } from './revoke-mandate.ts'

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
      onInvalid: ({ actor }, form) => page('mandates/new', newMandatePage(actor, undefined, form)),
    },
    async ({ actor, form }) => {
      const mandate = await registerMandate(actor, form)
      return redirect(`/mandater/${mandate.id}`, `Mandat ${mandate.number} er registreret.`)
    },
  )

  route.get(
    '/mandater/:id',
    { right: 'readBody', params: mandateAddress, query: ledgerQuery, queries: 8, on: ({ db }) => jointGroup(db) },
    ({ actor, params, query }) => page('mandates/show', mandatePage(actor, params.id, query.fra ?? 0)),
  )

  route.get(
    '/mandater/:id/tilbagekald',
    { right: 'keepMandates', params: mandateAddress, queries: 8, on: ({ db, params }) => keptBy(db, params.id) },
    ({ actor, params }) => page('mandates/revoke', revokePage(actor, params.id)),
  )

  route.post(
    '/mandater/:id/tilbagekald',
    {
      right: 'keepMandates',
      params: mandateAddress,
      form: revokeForm,
      on: ({ db, params }) => keptBy(db, params.id),
      onInvalid: ({ actor, params }, form) => page('mandates/revoke', revokePage(actor, params.id, form)),
    },
    async ({ actor, params, form }) => {
      await revokeMandate(actor, { mandateId: params.id, ...form })
      return redirect(`/mandater/${params.id}`, 'Mandatet er tilbagekaldt.')
    },
  )
}

function keptBy(db: Database, id: number) {
  const mandate = findMandate(db, id)
  return mandate ? { organisation: subjectOf(mandate) } : null
}
