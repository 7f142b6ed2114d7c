import type { Actor } from '../../../../access/actor.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { findText, savedText, textRoutes } from '../../../decisions/adoption/index.ts'
import { headForm, moveForm, outwardAddress, sectionAddress, sectionForm, versionForm } from '../forms.ts'
import { letterDraftPath, letterHeadPath, letterSectionsPath } from '../paths.ts'
import { addSection, editLetterHead, editSection, moveSection, removeSection } from './change-letter.ts'
import { headPage, newSectionPage, removeSectionPage, sectionPage } from './form-pages.ts'
import { letterKind } from './letter-kind.ts'
import { letterViews } from './letter-views.ts'

const formView = 'layout/form-page'
const writing = { right: 'prepareTexts', params: outwardAddress } as const
const ofSection = { right: 'prepareTexts', params: sectionAddress } as const
const letterOf = (actor: Actor, slug: string) => findText(actor, letterKind, slug)

/** The draft of the letter: its head and its sections, each with a form of its own: two who write different ones do not meet. */
export function letterRoutes(route: Routes): void {
  textRoutes(route, letterKind, letterViews)

  const path = letterHeadPath(':text')
  const head = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, headPage(await letterOf(actor, slug), form))
  route.get(path, { ...writing, queries: 16 }, ({ actor, params }) => head(actor, params.text))
  route.post(
    path,
    { ...writing, form: headForm, onInvalid: ({ actor, params }, form) => head(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await editLetterHead(actor, { slug: params.text, ...form })
      return redirect(letterDraftPath(params.text), savedText(voided))
    },
  )
  sectionRoutes(route)
}

function sectionRoutes(route: Routes): void {
  const path = letterSectionsPath(':text')
  const added = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, newSectionPage(await letterOf(actor, slug), form))
  route.get(`${path}/nyt`, { ...writing, queries: 16 }, ({ actor, params }) => added(actor, params.text))
  route.post(
    `${path}/nyt`,
    { ...writing, form: sectionForm, onInvalid: ({ actor, params }, form) => added(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { voided } = await addSection(actor, { slug: params.text, ...form })
      return redirect(letterDraftPath(params.text), savedText(voided))
    },
  )

  const one = async (actor: Actor, { text, section }: { text: string; section: string }, form?: FormState) =>
    page(formView, sectionPage(await letterOf(actor, text), section, form))
  route.get(`${path}/:section`, { ...ofSection, queries: 16 }, ({ actor, params }) => one(actor, params))
  route.post(
    `${path}/:section`,
    { ...ofSection, form: sectionForm, onInvalid: ({ actor, params }, form) => one(actor, params, form) },
    async ({ actor, params, form: said }) => {
      const { voided } = await editSection(actor, { slug: params.text, key: params.section, ...said })
      return redirect(`${letterDraftPath(params.text)}#${params.section}`, savedText(voided))
    },
  )

  const removal = async (actor: Actor, { text, section }: { text: string; section: string }, form?: FormState) =>
    page(formView, removeSectionPage(await letterOf(actor, text), section, form))
  route.get(`${path}/:section/fjern`, { ...ofSection, queries: 16 }, ({ actor, params }) => removal(actor, params))
  route.post(
    `${path}/:section/fjern`,
    { ...ofSection, form: versionForm, onInvalid: ({ actor, params }, form) => removal(actor, params, form) },
    async ({ actor, params, form }) => {
      const { voided } = await removeSection(actor, { slug: params.text, key: params.section, ...form })
      return redirect(letterDraftPath(params.text), savedText(voided))
    },
  )
  route.post(
    `${path}/:section/flyt`,
    { ...ofSection, form: moveForm, standsOn: letterDraftPath(':text') },
    async ({ actor, params, form }) => {
      const { voided } = await moveSection(actor, { slug: params.text, key: params.section, ...form })
      return redirect(`${letterDraftPath(params.text)}#${params.section}`, savedText(voided))
    },
  )
}
