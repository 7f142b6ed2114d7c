import { jointGroup } from '../../../access/joint-group.ts'
import { type Feature, relatedFacts } from '../../../http/feature.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import { html, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { itemSubject } from '../../meetings/meetings/index.ts'
import { decisionAddress, decisionForm, itemAddress, registerQuery, sharedQuery, withdrawForm } from './forms.ts'
import { decisionPath } from './paths.ts'
import { checkModel, checkTyped } from './record/check-draft.ts'
import { recheckTyped, recordTyped, withdrawTyped } from './record/draft-acts.ts'
import { shownAfter, shownAgain } from './record/draft-model.ts'
import { draftPage, revisionForm } from './record/draft-page.ts'
import { toldOf } from './record/record-decision.ts'
import { decisionBody, decisionPage, withdrawPage } from './register/pages.ts'
import { registerPage, sharedPositionsPage } from './register/register-page.ts'
import { mandateChangeRoutes } from './settle/mandate-change-routes.ts'

const draftAddress = '/moeder/:meeting/punkter/:item/beslutning'

export function decisionRoutes(route: Routes, features: readonly Feature[]): void {
  mandateChangeRoutes(route)

  route.get(
    '/beslutninger',
    { right: 'readBody', query: registerQuery, queries: 8, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('decisions/register', registerPage(actor, query)),
  )

  route.get(
    '/beslutninger/faelles-holdninger',
    { right: 'readBody', query: sharedQuery, queries: 7, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('decisions/shared-positions', sharedPositionsPage(actor, query.efter)),
  )

  route.get(
    '/beslutninger/:year/:serial',
    { right: 'signedIn', params: decisionAddress, queries: 41 },
    async ({ actor, params }) => {
      const model = await decisionPage(actor, params.year, params.serial)
      if (!model) throw notFound()
      const facts = [...model.facts, ...relatedFacts(features, actor, { decision: model.id })]
      return page('decisions/show', { ...model, facts })
    },
  )

  route.get(
    '/beslutninger/:year/:serial/traek-tilbage',
    {
      right: 'recordDecision',
      params: decisionAddress,
      queries: 8,
      on: ({ actor, params }) => decisionBody(actor, params),
    },
    ({ actor, params }) => page('decisions/withdraw', withdrawPage(actor, params)),
  )

  route.post(
    '/beslutninger/:year/:serial/traek-tilbage',
    {
      right: 'recordDecision',
      params: decisionAddress,
      form: withdrawForm,
      on: ({ actor, params }) => decisionBody(actor, params),
      onInvalid: ({ actor, params }, form) => page('decisions/withdraw', withdrawPage(actor, params, form)),
    },
    async ({ actor, params, form }) => {
      await withdrawTyped(actor, params, form)
      return redirect(decisionPath(params), 'Beslutningen er annulleret.')
    },
  )

  route.post(
    '/beslutninger/:year/:serial/kontroller-igen',
    {
      right: 'recordDecision',
      params: decisionAddress,
      form: emptyForm,
      on: ({ actor, params }) => decisionBody(actor, params),
    },
    async ({ actor, params }) => {
      const { state } = await recheckTyped(actor, params)
      const told =
        state === 'EFFECTIVE'
          ? 'Mandaterne er kontrolleret igen. Alt er dækket, og beslutningen er trådt i kraft.'
          : 'Mandaterne er kontrolleret igen. Beslutningen venter stadig.'
      return redirect(decisionPath(params), told)
    },
  )

  route.get(
    draftAddress,
    {
      right: 'recordDecision',
      params: itemAddress,
      queries: 21,
      on: itemSubject,
    },
    async ({ actor, db, params }) => {
      const revision = revisionForm(db, params.item)
      return revision ? redirect(revision) : page('decisions/draft', await draftPage(actor, params))
    },
  )

  route.post(
    draftAddress,
    {
      right: 'recordDecision',
      params: itemAddress,
      form: decisionForm,
      on: itemSubject,
      onInvalid: async ({ actor, params }, form) =>
        page('decisions/draft', await draftPage(actor, params, await shownAgain(actor, params, form))),
    },
    async ({ actor, params, form }) => {
      if (form.action === 'record') {
        const decision = await recordTyped(actor, params.meeting, params.item, form)
        return redirect(decisionPath(decision), toldOf(decision))
      }
      return page('decisions/draft', await draftPage(actor, params, await shownAfter(actor, params, form)))
    },
  )

  route.post(
    `${draftAddress}/kontrol`,
    {
      right: 'recordDecision',
      params: itemAddress,
      form: decisionForm,
      on: itemSubject,
      onInvalid: () => html('decisions/check', { matrix: null, reservation: null }),
    },
    async ({ actor, params, form }) => html('decisions/check', checkModel(await checkTyped(actor, form, params))),
  )
}
