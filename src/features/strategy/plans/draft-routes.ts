import type { Actor } from '../../../access/actor.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { savedText, textAddress } from '../../decisions/adoption/index.ts'
import { followUpPath } from '../../decisions/followups/paths.ts'
import { foundAction } from './actions/action-page.ts'
import { followUpOnAction } from './actions/follow-up-on-action.ts'
import { addAction, editAction, editIntro, removeAction } from './change-plan.ts'
import {
  actionFormPage,
  findPlan,
  followUpFormPage,
  followUpsPage,
  introPage,
  newActionPage,
  removeActionPage,
} from './form-pages.ts'
import {
  actionAddress,
  actionForm,
  followUpForm,
  fromFollowUpQuery,
  introForm,
  newActionForm,
  versionForm,
} from './forms.ts'
import { actionPath, planDraftPath } from './paths.ts'

const formView = 'layout/form-page'
const path = planDraftPath(':text')
const writing = { right: 'prepareTexts', params: textAddress } as const
const ofAction = { right: 'prepareTexts', params: actionAddress } as const

/** The draft of a plan, an action at a time: two who write different actions do not meet. */
export function draftRoutes(route: Routes): void {
  const intro = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, introPage(await findPlan(actor, slug), form))
  route.get(`${path}/indledning`, { ...writing, queries: 16 }, ({ actor, params }) => intro(actor, params.text))
  route.post(
    `${path}/indledning`,
    { ...writing, form: introForm, onInvalid: ({ actor, params }, form) => intro(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editIntro(actor, { slug: params.text, ...form })
      return redirect(planDraftPath(params.text), savedText(voided))
    },
  )
  addingRoutes(route)

  const one = async (actor: Actor, { text, action }: { text: string; action: string }, form?: FormState) =>
    page(formView, await actionFormPage(actor, text, action, form))
  route.get(`${path}/handlinger/:action`, { ...ofAction, queries: 20 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/handlinger/:action`,
    { ...ofAction, form: actionForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form: { version, ...said } }) => {
      const { voided } = await editAction(actor, { slug: params.text, key: params.action, version, said })
      return redirect(`${planDraftPath(params.text)}#${params.action}`, savedText(voided))
    },
  )
  const removal = async (actor: Actor, { text, action }: { text: string; action: string }, form?: FormState) =>
    page(formView, await removeActionPage(actor, text, action, form))
  route.get(`${path}/handlinger/:action/fjern`, { ...ofAction, queries: 16 }, ({ actor, params }) =>
    removal(actor, params),
  )
  route.post(
    `${path}/handlinger/:action/fjern`,
    { ...ofAction, form: versionForm, onInvalid: ({ actor, params }, form) => removal(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await removeAction(actor, { slug: params.text, key: params.action, ...form })
      return redirect(planDraftPath(params.text), savedText(voided))
    },
  )
  followUpRoutes(route)
}

function addingRoutes(route: Routes): void {
  const adding = async (actor: Actor, slug: string, followUpId: number | null, form?: FormState) =>
    page(formView, await newActionPage(actor, slug, { followUpId, form }))
  route.get(
    `${path}/handlinger/ny`,
    { ...writing, query: fromFollowUpQuery, queries: 23 },
    ({ actor, params, query }) => adding(actor, params.text, query.opfoelgning ?? null),
  )
  route.post(
    `${path}/handlinger/ny`,
    {
      ...writing,
      form: newActionForm,
      onInvalid: ({ actor, params }, form) => adding(actor, params.text, Number(form.values.followUpId) || null, form),
    },
    async ({ actor, params, form: { version, followUpId, ...said } }) => {
      const { key, voided } = await addAction(actor, { slug: params.text, version, said, followUpId })
      return redirect(`${planDraftPath(params.text)}#${key}`, savedText(voided))
    },
  )
  route.get(`${path}/handlinger/fra-opfoelgning`, { ...writing, queries: 17 }, async ({ actor, params }) =>
    page('plans/follow-ups', await followUpsPage(actor, params.text)),
  )
}

/** A follow-up on an action of a plan that is in force. */
function followUpRoutes(route: Routes): void {
  const at = `${actionPath(':text', ':action')}/opfoelgning`
  const form = async (actor: Actor, { text, action }: { text: string; action: string }, typed?: FormState) => {
    const { title, deadline } = await foundAction(actor, text, action)
    return page(formView, followUpFormPage(actor, { title, deadline, path: actionPath(text, action) }, typed))
  }
  route.get(at, { ...ofAction, queries: 6 }, ({ actor, params }) => form(actor, params))
  route.post(
    at,
    { ...ofAction, form: followUpForm, onInvalid: ({ actor, params }, typed) => form(actor, params, typed) },
    async ({ actor, params, form: draft }) => {
      const { id } = await followUpOnAction(actor, { plan: params.text, key: params.action, ...draft })
      return redirect(followUpPath(id), 'Opfølgningen er oprettet.')
    },
  )
}
