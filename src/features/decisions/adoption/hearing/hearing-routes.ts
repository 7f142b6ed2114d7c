import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { administeredOrganisation } from '../../../ground/parties/index.ts'
import { findText } from '../pages/find-text.ts'
import { textAddress } from '../pages/forms.ts'
import { hearingAnswerPathOf, hearingPathOf, newHearingPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { answerTextHearing } from './answer-hearing.ts'
import { hearingAnswerPage, hearingNotePage } from './answer-page.ts'
import { closeHearingPage, extendHearingPage, openHearingPage } from './form-pages.ts'
import {
  closeHearingForm,
  extendHearingForm,
  hearingAddress,
  hearingAnswerAddress,
  hearingAnswerForm,
  hearingReplyForm,
  openHearingForm,
} from './forms.ts'
import { hearingCsv } from './hearing-csv.ts'
import { hearingPage } from './hearing-page.ts'
import { closeTextHearing, extendTextHearing, openTextHearing } from './hold-hearing.ts'
import { loadHearing } from './load-hearing.ts'
import { replyToRemarks } from './reply-to-remarks.ts'

/** A text and a hearing about it, with all that was answered. */
const loading = 32
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const formView = 'layout/form-page'

/**
 * §5: the organisations are heard about the texts that the parties adopt: opened, extended and closed by the secretariats,
 * answered by each organisation for itself, read by all.
 */
export function hearingRoutes<Content extends object>(route: Routes, kind: TextKind<Content>): void {
  const at = hearingPathOf(kind.path(':text'), ':number')
  const found = async (actor: Actor, { text: slug, number }: { text: string; number: number }) => {
    const text = await findText(actor, kind, slug)
    const hearing = await loadHearing(actor.database.prisma, kind, text, number, actor.today)
    return { text, hearing }
  }
  route.get(at, { ...ofAll, params: hearingAddress, queries: loading }, async ({ actor, params }) => {
    const { text, hearing } = await found(actor, params)
    return page('adoption/hearing', hearingPage(actor, kind, text, hearing))
  })
  route.get(`${at}/svar.csv`, { ...ofAll, params: hearingAddress, queries: loading }, async ({ actor, params }) => {
    const { text, hearing } = await found(actor, params)
    const name = `hoeringssvar-${text.slug}-${hearing.number}.csv`
    return file(hearingCsv(hearing), { name, mediaType: 'text/csv; charset=utf-8' })
  })
  openingRoutes(route, kind)
  changingRoutes(route, kind, found)
  answeringRoutes(route, kind, found)
}

type Found<Content extends object> = (
  actor: Actor,
  params: { text: string; number: number },
) => Promise<{ text: Awaited<ReturnType<typeof findText<Content>>>; hearing: Awaited<ReturnType<typeof loadHearing>> }>

function openingRoutes<Content extends object>(route: Routes, kind: TextKind<Content>): void {
  const path = newHearingPathOf(kind.path(':text'))
  const writing = { right: 'prepareTexts', params: textAddress } as const
  const opening = async (actor: Actor, slug: string, form?: FormState) =>
    page('adoption/open-hearing', openHearingPage(actor, kind, await findText(actor, kind, slug), form))
  route.get(path, { ...writing, queries: loading }, ({ actor, params }) => opening(actor, params.text))
  route.post(
    path,
    { ...writing, form: openHearingForm, onInvalid: ({ actor, params }, form) => opening(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { number, asked } = await openTextHearing(actor, kind, { slug: params.text, ...form })
      const told = asked === 1 ? 'En organisation er spurgt.' : `${asked} organisationer er spurgt.`
      return redirect(hearingPathOf(kind.path(params.text), number), `Udkastet er sendt i høring. ${told}`)
    },
  )
}

function changingRoutes<Content extends object>(route: Routes, kind: TextKind<Content>, found: Found<Content>): void {
  const at = hearingPathOf(kind.path(':text'), ':number')
  const writing = { right: 'prepareTexts', params: hearingAddress } as const
  type Address = { text: string; number: number }
  const back = ({ text, number }: Address, told: string) => redirect(hearingPathOf(kind.path(text), number), told)

  const extending = async (actor: Actor, params: Address, form?: FormState) => {
    const { text, hearing } = await found(actor, params)
    return page(formView, extendHearingPage(actor, kind, text, hearing, form))
  }
  route.get(`${at}/frist`, { ...writing, queries: loading }, ({ actor, params }) => extending(actor, params))
  route.post(
    `${at}/frist`,
    { ...writing, form: extendHearingForm, onInvalid: ({ actor, params }, form) => extending(actor, params, form) },
    async ({ actor, params, form }) => {
      await extendTextHearing(actor, kind, { slug: params.text, number: params.number, until: form.until })
      return back(params, 'Høringen er forlænget.')
    },
  )

  const closing = async (actor: Actor, params: Address, form?: FormState) => {
    const { text, hearing } = await found(actor, params)
    return page(formView, closeHearingPage(kind, text, hearing, form))
  }
  route.get(`${at}/luk`, { ...writing, queries: loading }, ({ actor, params }) => closing(actor, params))
  route.post(
    `${at}/luk`,
    { ...writing, form: closeHearingForm, onInvalid: ({ actor, params }, form) => closing(actor, params, form) },
    async ({ actor, params, form }) => {
      await closeTextHearing(actor, kind, { slug: params.text, number: params.number, reason: form.reason })
      return back(params, 'Høringen er lukket.')
    },
  )

  const replying = async (actor: Actor, params: Address, form?: FormState) => {
    const { text, hearing } = await found(actor, params)
    return page('adoption/hearing-note', hearingNotePage(kind, text, hearing, form))
  }
  route.get(`${at}/notat`, { ...writing, queries: loading }, ({ actor, params }) => replying(actor, params))
  route.post(
    `${at}/notat`,
    { ...writing, form: hearingReplyForm, onInvalid: ({ actor, params }, form) => replying(actor, params, form) },
    async ({ actor, params, form }) => {
      await replyToRemarks(actor, kind, { slug: params.text, number: params.number, ...form })
      return back(params, 'Høringsnotatet er gemt.')
    },
  )
}

function answeringRoutes<Content extends object>(route: Routes, kind: TextKind<Content>, found: Found<Content>): void {
  const path = hearingAnswerPathOf(kind.path(':text'), ':number', ':organisation')
  const answering = {
    right: 'answerForOrganisation',
    params: hearingAnswerAddress,
    on: administeredOrganisation,
  } as const
  type Address = { text: string; number: number; organisation: string }
  const answer = async (actor: Actor, params: Address, form?: FormState) => {
    const { text, hearing } = await found(actor, params)
    const { organisation } = params
    return page('adoption/hearing-answer', hearingAnswerPage(actor, kind, text, { hearing, organisation, form }))
  }
  route.get(path, { ...answering, queries: loading }, ({ actor, params }) => answer(actor, params))
  route.post(
    path,
    { ...answering, form: hearingAnswerForm, onInvalid: ({ actor, params }, form) => answer(actor, params, form) },
    async ({ actor, params, form }) => {
      const { text: slug, ...rest } = params
      const { changed } = await answerTextHearing(actor, kind, { slug, ...rest, ...form })
      return redirect(
        hearingPathOf(kind.path(slug), params.number),
        changed ? 'Høringssvaret er ændret.' : 'Høringssvaret er afgivet.',
      )
    },
  )
}
