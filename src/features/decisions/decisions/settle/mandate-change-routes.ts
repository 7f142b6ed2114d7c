import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import {
  adjustForm,
  adjustPage,
  changedTermsPage,
  keptBy,
  ledgerQuery,
  mandateAddress,
  mandateForm,
  newMandatePage,
  protocolPage,
  protocolUpload,
  revokeForm,
  revokePage,
  termsForm,
  versionForm,
} from '../../mandates/index.ts'
import { mandatePath } from '../../mandates/paths.ts'
import { earlierDrawRoutes } from '../earlier-draw-routes.ts'
import { effectText } from '../effect-text.ts'
import { adjustTotal, attachProtocol, registerMandate, revokeMandate, supersedeMandate } from './change-mandate.ts'
import { mandateWithWaiting } from './waiting-page.ts'

/** What changes a mandate's force also touches the decisions that wait on it: the forms are taken here. */
export function mandateChangeRoutes(route: Routes): void {
  route.get(
    '/mandater/:id',
    { right: 'readBody', params: mandateAddress, query: ledgerQuery, queries: 40, on: ({ db }) => jointGroup(db) },
    async ({ actor, params, query }) =>
      page('mandates/show', await mandateWithWaiting(actor, params.id, query.fra ?? 0)),
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
      const registered = await registerMandate(actor, { ...form, sourceDocument: files[0] ?? null })
      const { id, number, activated, tookEffect } = registered
      const told = activated
        ? `Mandat ${number} er registreret.`
        : `Mandat ${number} er registreret som kladde. Det gælder, når protokollen er vedhæftet.`
      return redirect(mandatePath(id), told + effectText(tookEffect))
    },
  )
  keptRoutes(route)
  earlierDrawRoutes(route)
}

function keptRoutes(route: Routes): void {
  const kept = {
    right: 'keepMandates',
    params: mandateAddress,
    on: ({ db, params }: { db: Database; params: { id: number } }) => keptBy(db, params.id),
  } as const

  route.post(
    '/mandater/:id/protokol',
    {
      ...kept,
      form: versionForm,
      upload: protocolUpload,
      onInvalid: ({ actor, params }, form) => page('mandates/protocol', protocolPage(actor, params.id, form)),
    },
    async ({ actor, params, form, files }) => {
      const protocol = files[0] ?? null
      const { tookEffect } = await attachProtocol(actor, { mandateId: params.id, version: form.version, protocol })
      const told = 'Protokollen er vedhæftet. Mandatet er ikke længere en kladde.'
      return redirect(mandatePath(params.id), told + effectText(tookEffect))
    },
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
      const protocol = files[0] ?? null
      const { tookEffect } = await adjustTotal(actor, { ...form, mandateId: params.id, protocol })
      const told = form.kind === 'RAISE' ? 'Rammen er hævet.' : 'Rammen er sænket.'
      return redirect(mandatePath(params.id), told + effectText(tookEffect))
    },
  )

  route.post(
    '/mandater/:id/tilbagekald',
    {
      ...kept,
      form: revokeForm,
      onInvalid: ({ actor, params }, form) => page('mandates/revoke', revokePage(actor, params.id, form)),
    },
    async ({ actor, params, form }) => {
      await revokeMandate(actor, { mandateId: params.id, ...form })
      return redirect(mandatePath(params.id), 'Mandatet er tilbagekaldt.')
    },
  )

  route.post(
    '/mandater/:id/afloes',
    {
      ...kept,
      form: termsForm,
      upload: protocolUpload,
      onInvalid: ({ actor, params }, form) =>
        page('mandates/terms', changedTermsPage(actor, params.id, 'supersession', form)),
    },
    async ({ actor, params, form, files }) => {
      const sourceDocument = files[0] ?? null
      const superseding = await supersedeMandate(actor, { ...form, mandateId: params.id, sourceDocument })
      const { id, number, tookEffect } = superseding
      const told = `Mandat ${number} er registreret og afløser det tidligere.`
      return redirect(mandatePath(id), told + effectText(tookEffect))
    },
  )
}
