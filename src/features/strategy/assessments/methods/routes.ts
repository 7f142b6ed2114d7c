import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { savedText, textAddress, textListQuery, textRoutes } from '../../../decisions/adoption/index.ts'
import { methodDraftPath, methodEffectPath, methodLevelsPath, methodsPath, methodTermPath } from '../paths.ts'
import { beginMethod, editMethod, removeTerm, saveLevels, saveTerm } from './change-method.ts'
import { effectPage } from './effect-page.ts'
import { findMethod, levelsPage, methodHeadPage, newMethodPage, removeTermPage, termPage } from './form-pages.ts'
import { levelsForm, methodForm, newMethodForm, termAddress, termForm, versionForm } from './forms.ts'
import { methodsListPage } from './list-page.ts'
import { methodKind } from './method-kind.ts'
import { methodViews } from './method-views.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const writing = { right: 'prepareTexts', params: textAddress } as const
const queries = 24

/** R38: methods are read by all, written by both secretariats, and in force with the joint group's decision alone. */
export function methodRoutes(route: Routes): void {
  route.get(methodsPath, { ...ofAll, query: textListQuery, queries }, async ({ actor, query }) =>
    page('assessments/methods', await methodsListPage(actor, query)),
  )
  route.get(`${methodsPath}/ny`, { right: 'prepareTexts', queries: 2 }, () => page(formView, newMethodPage()))
  route.post(
    `${methodsPath}/ny`,
    { right: 'prepareTexts', form: newMethodForm, onInvalid: (_, form) => page(formView, newMethodPage(form)) },
    async ({ actor, form }) => {
      const { slug } = await beginMethod(actor, form)
      return redirect(methodDraftPath(slug), 'Udkastet er oprettet. Tilføj nu indikatorerne.')
    },
  )
  textRoutes(route, methodKind, methodViews)
  route.get(
    methodEffectPath(':text'),
    { right: 'prepareTexts', params: textAddress, queries: queries + 16 },
    async ({ actor, params }) => page('assessments/effect', effectPage(actor, await findMethod(actor, params.text))),
  )
  headRoutes(route)
  termRoutes(route)
}

function headRoutes(route: Routes): void {
  const head = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, methodHeadPage(await findMethod(actor, slug), form))
  const path = `${methodDraftPath(':text')}/ret`
  route.get(path, { ...writing, queries }, ({ actor, params }) => head(actor, params.text))
  route.post(
    path,
    { ...writing, form: methodForm, onInvalid: ({ actor, params }, form) => head(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editMethod(actor, { slug: params.text, ...form })
      return redirect(methodDraftPath(params.text), savedText(voided))
    },
  )
  const levels = async (actor: Actor, slug: string, form?: FormState) =>
    page('assessments/levels', levelsPage(await findMethod(actor, slug), form))
  route.get(methodLevelsPath(':text'), { ...writing, queries }, ({ actor, params }) => levels(actor, params.text))
  route.post(
    methodLevelsPath(':text'),
    { ...writing, form: levelsForm, onInvalid: ({ actor, params }, form) => levels(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await saveLevels(actor, { slug: params.text, ...form })
      return redirect(methodDraftPath(params.text), savedText(voided))
    },
  )
}

function termRoutes(route: Routes): void {
  const drawn = async (actor: Actor, slug: string, key: string | null, form?: FormState) =>
    page(formView, termPage(actor, await findMethod(actor, slug), key, form))
  const added = methodTermPath(':text', 'ny')
  route.get(added, { ...writing, queries }, ({ actor, params }) => drawn(actor, params.text, null))
  route.post(
    added,
    { ...writing, form: termForm, onInvalid: ({ actor, params }, form) => drawn(actor, params.text, null, form) },
    async ({ actor, params, form: { version, ...draft } }) => {
      const { voided } = await saveTerm(actor, { slug: params.text, version, key: null, draft })
      return redirect(methodDraftPath(params.text), savedText(voided))
    },
  )
  const ofTerm = { right: 'prepareTexts', params: termAddress } as const
  const at = methodTermPath(':text', ':term')
  route.get(at, { ...ofTerm, queries }, ({ actor, params }) => drawn(actor, params.text, params.term))
  route.post(
    at,
    { ...ofTerm, form: termForm, onInvalid: ({ actor, params }, form) => drawn(actor, params.text, params.term, form) },
    async ({ actor, params, form: { version, ...draft } }) => {
      const { voided } = await saveTerm(actor, { slug: params.text, version, key: params.term, draft })
      return redirect(methodDraftPath(params.text), savedText(voided))
    },
  )
  const removal = async (actor: Actor, slug: string, key: string, form?: FormState) =>
    page(formView, removeTermPage(await findMethod(actor, slug), key, form))
  route.get(`${at}/fjern`, { ...ofTerm, queries }, ({ actor, params }) => removal(actor, params.text, params.term))
  route.post(
    `${at}/fjern`,
    {
      ...{ ...ofTerm, form: versionForm },
      onInvalid: ({ actor, params }, form) => removal(actor, params.text, params.term, form),
    },
    async ({ actor, params, form }) => {
      const { voided } = await removeTerm(actor, { slug: params.text, key: params.term, ...form })
      return redirect(methodDraftPath(params.text), savedText(voided))
    },
  )
}
