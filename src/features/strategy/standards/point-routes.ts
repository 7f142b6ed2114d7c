import type { Actor } from '../../../access/actor.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { savedText, textAddress } from '../../decisions/adoption/index.ts'
import { addPoint, editPoint, movePoint, removePoint } from './change-standard.ts'
import { findStandard } from './find-standard.ts'
import { newPointPage, pointPage, removePointPage } from './form-pages.ts'
import { moveForm, pointAddress, pointForm, versionForm } from './forms.ts'
import { standardDraftPath, standardsPath } from './paths.ts'

const formView = 'layout/form-page'
const path = `${standardsPath}/:text/udkast/punkter`
const ofPoint = { right: 'prepareTexts', params: pointAddress } as const

/** The points of a draft, each with a form of its own: two who write different points do not meet. */
export function pointRoutes(route: Routes): void {
  const adding = { right: 'prepareTexts', params: textAddress } as const
  const newPoint = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, newPointPage(await findStandard(actor, slug), form))
  route.get(`${path}/nyt`, { ...adding, queries: 16 }, ({ actor, params }) => newPoint(actor, params.text))
  route.post(
    `${path}/nyt`,
    { ...adding, form: pointForm, onInvalid: ({ actor, params }, form) => newPoint(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await addPoint(actor, { slug: params.text, ...form })
      return redirect(standardDraftPath(params.text), savedText(voided))
    },
  )

  const one = async (actor: Actor, { text, point }: { text: string; point: string }, form?: FormState) =>
    page(formView, pointPage(await findStandard(actor, text), point, form))
  route.get(`${path}/:point`, { ...ofPoint, queries: 16 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/:point`,
    { ...ofPoint, form: pointForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editPoint(actor, { slug: params.text, key: params.point, ...form })
      return redirect(`${standardDraftPath(params.text)}#${params.point}`, savedText(voided))
    },
  )

  const removal = async (actor: Actor, { text, point }: { text: string; point: string }, form?: FormState) =>
    page(formView, removePointPage(await findStandard(actor, text), point, form))
  route.get(`${path}/:point/fjern`, { ...ofPoint, queries: 16 }, ({ actor, params }) => removal(actor, params))
  route.post(
    `${path}/:point/fjern`,
    { ...ofPoint, form: versionForm, onInvalid: ({ actor, params }, form) => removal(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await removePoint(actor, { slug: params.text, key: params.point, ...form })
      return redirect(standardDraftPath(params.text), savedText(voided))
    },
  )
  route.post(
    `${path}/:point/flyt`,
    { ...ofPoint, form: moveForm, standsOn: `${standardsPath}/:text/udkast` },
    async ({ actor, params, form }) => {
      const { voided } = await movePoint(actor, { slug: params.text, key: params.point, ...form })
      return redirect(`${standardDraftPath(params.text)}#${params.point}`, savedText(voided))
    },
  )
}
