import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { plural } from '../../../kernel/text.ts'
import { textAddress, textListQuery, textRoutes } from '../../decisions/adoption/index.ts'
import { actionPage, progressSubject } from './actions/action-page.ts'
import { actionsCsv, actionsPage } from './actions/list-page.ts'
import { tellProgress } from './actions/tell-progress.ts'
import { beginPlan } from './begin-plan.ts'
import { draftRoutes } from './draft-routes.ts'
import { newPlanPage } from './form-pages.ts'
import { actionAddress, actionsQuery, beginForm, movesForm, planOfYear, progressForm } from './forms.ts'
import { plansPage } from './list-page.ts'
import { moveActions } from './moves/move-actions.ts'
import { openActionsPage } from './moves/open-actions-page.ts'
import { actionPath, actionsPath, newPlanPath, openActionsPath, planDraftPath, planPath, plansPath } from './paths.ts'
import { planKind } from './plan-kind.ts'
import { planSlug } from './queries.ts'
import { planViews } from './text-views.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** §5: the action plans of the strategies, and what is done of them: *Hvad gør vi i år?* */
export function planRoutes(route: Routes): void {
  route.get(actionsPath, { ...ofAll, query: actionsQuery, queries: 6 }, ({ actor, query }) =>
    page('plans/actions', actionsPage(actor, query)),
  )
  route.get(`${actionsPath}/tabel.csv`, { ...ofAll, query: actionsQuery, queries: 4 }, ({ actor, query }) => {
    const { name, content } = actionsCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })

  route.get(plansPath, { ...ofAll, query: textListQuery, queries: 18 }, async ({ actor, query }) =>
    page('plans/list', await plansPage(actor, query)),
  )
  const begin = async (actor: Actor, form?: FormState) => page('layout/form-page', await newPlanPage(actor, form))
  route.get(newPlanPath, { right: 'prepareTexts', queries: 4 }, ({ actor }) => begin(actor))
  route.post(
    newPlanPath,
    { right: 'prepareTexts', form: beginForm, onInvalid: ({ actor }, form) => begin(actor, form) },
    async ({ actor, form }) => {
      const { slug, carried } = await beginPlan(actor, form)
      return redirect(planDraftPath(slug), begunText(carried))
    },
  )
  // A plan's own address is that of its strategy and its year.
  route.get(
    `/strategier/:text/handlingsplan/:year`,
    { ...ofAll, params: planOfYear, queries: 3 },
    ({ actor, params }) => {
      const slug = planSlug(actor, params.text, params.year)
      if (!slug) throw notFound()
      return redirect(planPath(slug))
    },
  )
  textRoutes(route, planKind, planViews)
  draftRoutes(route)
  actionRoutes(route)
  moveRoutes(route)
}

const begunText = (carried: number): string =>
  carried === 0
    ? 'Udkastet er oprettet. Tilføj nu handlingerne.'
    : `Udkastet er oprettet med ${plural(carried, 'handling', 'handlinger')} fra året før. Sæt fristerne, og tilføj nye handlinger.`

function actionRoutes(route: Routes): void {
  const at = actionPath(':text', ':action')
  route.get(at, { ...ofAll, params: actionAddress, queries: 10 }, async ({ actor, params }) =>
    page('plans/action', await actionPage(actor, params.text, params.action)),
  )
  route.post(
    `${at}/status`,
    {
      right: 'followUp',
      params: actionAddress,
      form: progressForm,
      formName: 'tell',
      on: ({ actor, params }) => progressSubject(actor, params.text, params.action),
      onInvalid: async ({ actor, params }, form) =>
        page('plans/action', await actionPage(actor, params.text, params.action, form)),
    },
    async ({ actor, params, form }) => {
      await tellProgress(actor, { plan: params.text, key: params.action, ...form })
      return redirect(actionPath(params.text, params.action), 'Status er gemt.')
    },
  )
}

function moveRoutes(route: Routes): void {
  const at = openActionsPath(':text')
  const open = async (actor: Actor, slug: string, form?: FormState) =>
    page('plans/open-actions', await openActionsPage(actor, slug, form))
  route.get(at, { ...ofAll, params: textAddress, queries: 6 }, ({ actor, params }) => open(actor, params.text))
  route.post(
    at,
    {
      right: 'prepareTexts',
      params: textAddress,
      form: movesForm,
      // What was decided already is not asked about again.
      repeatable: true,
      onInvalid: ({ actor, params }, form) => open(actor, params.text, form),
    },
    async ({ actor, params, form }) => {
      const { saved, left } = await moveActions(actor, { strategy: params.text, moves: form.moves })
      const told = `${plural(saved, 'handling', 'handlinger')} er ført videre under den nye version.`
      return redirect(
        openActionsPath(params.text),
        left > 0 ? `${told} ${plural(left, 'handling', 'handlinger')} mangler endnu.` : told,
      )
    },
  )
}
