import { z } from 'zod'
import { page, redirect } from '../../http/answers.ts'
import { yearNumber } from '../../http/fields.ts'
import type { Routes } from '../../http/route.ts'
import { addendumRoutes } from './addendum-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { openingForm, roundAddress, stepAddress, stepForm } from './forms.ts'
import { roundPath } from './labels.ts'
import { openRound } from './open-round.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { roundPage } from './round-page.ts'
import { openingPage, roundsPage } from './rounds-page.ts'
import { signingRoutes } from './signing-routes.ts'
import { stepPage } from './step-page.ts'
import { takeStepTyped } from './take-step-typed.ts'

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
