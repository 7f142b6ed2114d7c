import { page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { keptBy, mandateAddress, revokeForm, revokePage } from '../mandates/index.ts'
import { revokeMandate } from './change-mandate.ts'

/** What changes a mandate's force also touches the decisions that wait on it: the forms are taken here. */
export function mandateChangeRoutes(route: Routes): void {
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
