import type { Actor } from '../../../access/actor.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { savedText, textAddress } from '../adoption/index.ts'
import { addSection, editParameters, editSection, moveSection, removeSection } from './change-procedure.ts'
import { findProcedure } from './find-procedure.ts'
import { newSectionPage, parametersPage, removeSectionPage, sectionPage } from './form-pages.ts'
import { moveForm, parametersForm, sectionAddress, sectionForm, versionForm } from './forms.ts'
import { procedureDraftPath } from './paths.ts'

const formView = 'layout/form-page'
const draft = procedureDraftPath(':text')
const path = `${draft}/afsnit`
const ofText = { right: 'prepareTexts', params: textAddress } as const
const ofSection = { right: 'prepareTexts', params: sectionAddress } as const

/** The parts of a draft, each with a form of its own: two who write different parts do not meet. */
export function sectionRoutes(route: Routes): void {
  const parameters = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, parametersPage(await findProcedure(actor, slug), form))
  route.get(`${draft}/frister`, { ...ofText, queries: 18 }, ({ actor, params }) => parameters(actor, params.text))
  route.post(
    `${draft}/frister`,
    { ...ofText, form: parametersForm, onInvalid: ({ actor, params }, form) => parameters(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editParameters(actor, { slug: params.text, ...form })
      return redirect(procedureDraftPath(params.text), savedText(voided))
    },
  )

  const newSection = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, newSectionPage(await findProcedure(actor, slug), form))
  route.get(`${path}/nyt`, { ...ofText, queries: 18 }, ({ actor, params }) => newSection(actor, params.text))
  route.post(
    `${path}/nyt`,
    { ...ofText, form: sectionForm, onInvalid: ({ actor, params }, form) => newSection(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await addSection(actor, { slug: params.text, ...form })
      return redirect(procedureDraftPath(params.text), savedText(voided))
    },
  )

  const one = async (actor: Actor, { text, section }: { text: string; section: string }, form?: FormState) =>
    page(formView, sectionPage(await findProcedure(actor, text), section, form))
  route.get(`${path}/:section`, { ...ofSection, queries: 18 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/:section`,
    { ...ofSection, form: sectionForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editSection(actor, { slug: params.text, key: params.section, ...form })
      return redirect(`${procedureDraftPath(params.text)}#${params.section}`, savedText(voided))
    },
  )

  const removal = async (actor: Actor, { text, section }: { text: string; section: string }, form?: FormState) =>
    page(formView, removeSectionPage(await findProcedure(actor, text), section, form))
  route.get(`${path}/:section/fjern`, { ...ofSection, queries: 18 }, ({ actor, params }) => removal(actor, params))
  route.post(
    `${path}/:section/fjern`,
    { ...ofSection, form: versionForm, onInvalid: ({ actor, params }, form) => removal(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await removeSection(actor, { slug: params.text, key: params.section, ...form })
      return redirect(procedureDraftPath(params.text), savedText(voided))
    },
  )
  route.post(
    `${path}/:section/flyt`,
    { ...ofSection, form: moveForm, standsOn: draft },
    async ({ actor, params, form }) => {
      const { voided } = await moveSection(actor, { slug: params.text, key: params.section, ...form })
      return redirect(`${procedureDraftPath(params.text)}#${params.section}`, savedText(voided))
    },
  )
}
