import type { Actor } from '../../../../access/actor.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { savedText, textAddress } from '../../../decisions/adoption/index.ts'
import { findStrategy } from '../find-strategy.ts'
import { strategyDraftPath } from '../paths.ts'
import { addPart, editPart, movePart, removePart } from './change-part.ts'
import {
  anyPartAddress,
  moveForm,
  newPartAddress,
  partAddress,
  partForm,
  targetAddress,
  targetForm,
  underQuery,
  versionForm,
} from './forms.ts'
import { newPartPage, newTargetPage, partPage, removePartPage, targetPage } from './part-pages.ts'

const formView = 'layout/form-page'
const targetView = 'strategies/target'
const path = strategyDraftPath(':text')
const right = 'prepareTexts'
const kindNamed = { afsnit: 'section', pejlemaerke: 'star', maal: 'goal' } as const

/** The parts of a draft, each with a form of its own: two who write different parts do not meet. */
export function partRoutes(route: Routes): void {
  plainRoutes(route)
  targetRoutes(route)

  const ofAny = { right, params: anyPartAddress } as const
  const removal = async (actor: Actor, { text, part }: { text: string; part: string }, form?: FormState) =>
    page(formView, removePartPage(await findStrategy(actor, text), part, form))
  route.get(`${path}/dele/:part/fjern`, { ...ofAny, queries: 16 }, ({ actor, params }) => removal(actor, params))
  route.post(
    `${path}/dele/:part/fjern`,
    { ...ofAny, form: versionForm, onInvalid: ({ actor, params }, form) => removal(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await removePart(actor, { slug: params.text, key: params.part, ...form })
      return redirect(strategyDraftPath(params.text), savedText(voided))
    },
  )
  route.post(
    `${path}/dele/:part/flyt`,
    { ...ofAny, form: moveForm, standsOn: path },
    async ({ actor, params, form }) => {
      const { voided } = await movePart(actor, { slug: params.text, key: params.part, ...form })
      return redirect(`${strategyDraftPath(params.text)}#${params.part}`, savedText(voided))
    },
  )
}

function plainRoutes(route: Routes): void {
  const adding = { right, params: newPartAddress } as const
  type Kind = keyof typeof kindNamed
  const newPart = async (actor: Actor, slug: string, kind: Kind, drawn: { under?: string; form?: FormState }) =>
    page(formView, newPartPage(await findStrategy(actor, slug), kindNamed[kind], drawn))
  route.get(`${path}/nyt/:kind`, { ...adding, query: underQuery, queries: 16 }, ({ actor, params, query }) =>
    newPart(actor, params.text, params.kind, query.under === undefined ? {} : { under: query.under }),
  )
  route.post(
    `${path}/nyt/:kind`,
    {
      ...adding,
      form: partForm,
      onInvalid: ({ actor, params }, form) => newPart(actor, params.text, params.kind, { form }),
    },
    async ({ actor, params, form: { version, owner, ...said } }) => {
      const kind = kindNamed[params.kind]
      const { key, voided } = await addPart(actor, { slug: params.text, version, kind, owner, said })
      return redirect(`${strategyDraftPath(params.text)}#${key}`, savedText(voided))
    },
  )

  const ofPart = { right, params: partAddress } as const
  const one = async (actor: Actor, { text, part }: { text: string; part: string }, form?: FormState) =>
    page(formView, partPage(await findStrategy(actor, text), part, form))
  route.get(`${path}/dele/:part`, { ...ofPart, queries: 16 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/dele/:part`,
    { ...ofPart, form: partForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form: { version, owner, ...said } }) => {
      const { voided } = await editPart(actor, { slug: params.text, key: params.part, version, owner, said })
      return redirect(`${strategyDraftPath(params.text)}#${params.part}`, savedText(voided))
    },
  )
}

function targetRoutes(route: Routes): void {
  const adding = { right, params: textAddress } as const
  const newTarget = async (actor: Actor, slug: string, drawn: { under?: string; form?: FormState }) =>
    page(targetView, newTargetPage(actor, await findStrategy(actor, slug), drawn))
  route.get(`${path}/nyt/delmaal`, { ...adding, query: underQuery, queries: 20 }, ({ actor, params, query }) =>
    newTarget(actor, params.text, query.under === undefined ? {} : { under: query.under }),
  )
  route.post(
    `${path}/nyt/delmaal`,
    {
      ...adding,
      form: targetForm,
      onInvalid: ({ actor, params }, form) => newTarget(actor, params.text, { form }),
    },
    async ({ actor, params, form: { version, owner, ...said } }) => {
      const { key, voided } = await addPart(actor, { slug: params.text, version, kind: 'target', owner, said })
      return redirect(`${strategyDraftPath(params.text)}#${key}`, savedText(voided))
    },
  )

  const ofTarget = { right, params: targetAddress } as const
  const one = async (actor: Actor, { text, target }: { text: string; target: string }, form?: FormState) =>
    page(targetView, targetPage(actor, await findStrategy(actor, text), target, form))
  route.get(`${path}/delmaal/:target`, { ...ofTarget, queries: 20 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/delmaal/:target`,
    { ...ofTarget, form: targetForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form: { version, owner, ...said } }) => {
      const { voided } = await editPart(actor, { slug: params.text, key: params.target, version, owner, said })
      return redirect(`${strategyDraftPath(params.text)}#${params.target}`, savedText(voided))
    },
  )
}
