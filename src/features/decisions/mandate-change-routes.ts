import { page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import {
  changedTermsPage,
  keptBy,
  mandateAddress,
  protocolUpload,
  revokeForm,
  revokePage,
  termsForm,
} from '../mandates/index.ts'
import { revokeMandate, supersedeMandate } from './change-mandate.ts'

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

  route.post(
    '/mandater/:id/afloes',
    {
      right: 'keepMandates',
      params: mandateAddress,
      form: termsForm,
      upload: protocolUpload,
      on: ({ db, params }) => keptBy(db, params.id),
      onInvalid: ({ actor, params }, form) =>
        page('mandates/terms', changedTermsPage(actor, params.id, 'supersession', form)),
    },
    async ({ actor, params, form, files }) => {
      const sourceDocument = files[0] ?? null
      const { id, number } = await supersedeMandate(actor, { ...form, mandateId: params.id, sourceDocument })
      return redirect(`/mandater/${id}`, `Mandat ${number} er registreret og afløser det tidligere.`)
    },
  )
}
