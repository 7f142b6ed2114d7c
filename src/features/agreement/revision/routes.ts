import { z } from 'zod'
import { yearNumber } from '../../../http/forms/fields.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { addendumRoutes } from './addenda/addendum-routes.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { openingForm, roundAddress, stepAddress, stepForm } from './forms.ts'
import { roundPath } from './paths.ts'
import { proposalRoutes } from './proposals/proposal-routes.ts'
import { openRound } from './rounds/open-round.ts'
import { roundPage } from './rounds/round-page.ts'
import { openingPage, roundsPage } from './rounds/rounds-page.ts'
import { stepPage } from './rounds/step-page.ts'
import { takeStepTyped } from './rounds/take-step-typed.ts'
import { signingRoutes } from './signing/signing-routes.ts'

const openingQuery = z.object({ aar: yearNumber.optional() })

export function revisionRoutes(route: Routes): void {
  route.get('/aftalen/revision', { right: 'readRevision', queries: 6 }, ({ actor }) =>
    page('revision/list', roundsPage(actor)),
  )

  route.get('/aftalen/revision/ny', { right: 'runRevision', query: openingQuery, queries: 6 }, ({ actor, query }) =>
    page('revision/open', openingPage(actor, query.aar)),
  )

  route.post(
    '/aftalen/revision/ny',
    {
      right: 'runRevision',
      form: openingForm,
      onInvalid: ({ actor }, form) => page('revision/open', openingPage(actor, undefined, form)),
    },
    async ({ actor, form }) => {
      const { year } = await openRound(actor, form)
      return redirect(roundPath(year), `Revisionen i ${year} er åbnet for ændringsforslag.`)
    },
  )

  route.get('/aftalen/revision/:year', { right: 'readRevision', params: roundAddress, queries: 45 }, async ctx =>
    page('revision/show', await roundPage(ctx.actor, ctx.params.year)),
  )

  route.get(
    '/aftalen/revision/:year/skridt/:step',
    { right: 'runRevision', params: stepAddress, queries: 45 },
    async ({ actor, params }) => page('layout/form-page', { ...(await stepPage(actor, params.year, params.step)) }),
  )

  route.post(
    '/aftalen/revision/:year/skridt/:step',
    {
      right: 'runRevision',
      params: stepAddress,
      form: stepForm,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', { ...(await stepPage(actor, params.year, params.step, form)) }),
    },
    async ({ actor, params, form }) =>
      redirect(roundPath(params.year), await takeStepTyped(actor, params.year, params.step, form)),
  )

  proposalRoutes(route)
  draftRoutes(route)
  signingRoutes(route)
  addendumRoutes(route)
}
