import type { Database } from '../../../database/database.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import {
  earlierDrawForm,
  earlierDrawPage,
  entryAddress,
  keptBy,
  mandateAddress,
  protocolUpload,
  reverseEarlierDrawPage,
  reverseForm,
} from '../mandates/index.ts'
import { mandatePath } from '../mandates/paths.ts'
import { effectText } from './effect-text.ts'
import { drawEarlier, takeBackEarlier } from './settle/change-mandate.ts'

const formView = 'layout/form-page'

/** What was drawn on a mandate before the portal, entered by its keeper. */
export function earlierDrawRoutes(route: Routes): void {
  const on = ({ db, params }: { db: Database; params: { id: number } }) => keptBy(db, params.id)
  const ofMandate = { right: 'keepMandates', params: mandateAddress, on } as const
  const ofEntry = { right: 'keepMandates', params: entryAddress, on } as const

  route.get('/mandater/:id/foer-portalen', { ...ofMandate, queries: 8 }, ({ actor, params }) =>
    page(formView, earlierDrawPage(actor, params.id)),
  )
  route.post(
    '/mandater/:id/foer-portalen',
    {
      ...ofMandate,
      form: earlierDrawForm,
      upload: protocolUpload,
      onInvalid: ({ actor, params }, form) => page(formView, earlierDrawPage(actor, params.id, form)),
    },
    async ({ actor, params, form, files }) => {
      await drawEarlier(actor, { ...form, mandateId: params.id, document: files[0] ?? null })
      return redirect(mandatePath(params.id), 'Trækket fra før portalen er ført på mandatet.')
    },
  )

  route.get('/mandater/:id/posteringer/:entry/tilbagefoer', { ...ofEntry, queries: 8 }, ({ actor, params }) =>
    page(formView, reverseEarlierDrawPage(actor, params.id, params.entry)),
  )
  route.post(
    '/mandater/:id/posteringer/:entry/tilbagefoer',
    {
      ...ofEntry,
      form: reverseForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, reverseEarlierDrawPage(actor, params.id, params.entry, form)),
    },
    async ({ actor, params, form }) => {
      const reversed = { ...form, mandateId: params.id, entryId: params.entry }
      const { tookEffect } = await takeBackEarlier(actor, reversed)
      return redirect(mandatePath(params.id), `Trækket er tilbageført.${effectText(tookEffect)}`)
    },
  )
}
