import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { mayDo } from '../../../../access/policy.ts'
import { type Feature, relatedFacts } from '../../../../http/feature.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { hearingRoutes } from '../hearing/hearing-routes.ts'
import { type LoadedDraft, type LoadedText, withContent } from '../load-text.ts'
import { comparisonPathOf, draftPathOf } from '../paths.ts'
import { putTextOnAgenda, takeTextOffAgenda } from '../put-on-agenda.ts'
import { signOffText, takeBackTextSignOff } from '../sign-off-text.ts'
import type { TextKind } from '../text-kind.ts'
import { putOnAgendaPage, takeOffAgendaPage } from './agenda-page.ts'
import { comparisonPage } from './comparison-page.ts'
import { draftFrame, mayEdit } from './draft-frame.ts'
import { findText, textCrumbs } from './find-text.ts'
import { agendaForm, comparisonQuery, reasonForm, signOffForm, textAddress, versionAddress } from './forms.ts'
import type { Fact } from './text-page.ts'
import { decidedVersion, versionFrame } from './version-frame.ts'

type Printed = Record<string, unknown>

/** What a kind of text writes itself: how its content is read. Everything around that is the same for all kinds. */
export interface TextViews<Content extends object> {
  /** Said of the content among the facts above it. */
  facts(content: Content): Fact[]
  /** The kind has a page of its own at the text's address, with all that is around the text. */
  ownPage?: true
  version: {
    view: string
    /** Statements that the model costs. */
    queries?: number
    model(actor: Actor, shown: { text: LoadedText<Content>; draft: LoadedDraft<Content> }): Printed | Promise<Printed>
  }
  draft: {
    view: string
    queries?: number
    /** @param edits whether the reader may edit the draft as it stands: then its parts have their links */
    model(actor: Actor, shown: { text: LoadedText<Content>; edits: boolean }): Printed | Promise<Printed>
  }
}

/** A text with all that is around it, and the joint group's item beside it. */
const loading = 20
/** Statements with which other features tell what hangs on a text in force. */
const hanging = 4
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const writing = { right: 'prepareTexts', params: textAddress } as const
const formView = 'layout/form-page'

/**
 * The pages and forms that every text has which the parties adopt: what is in force and each version, the draft that is
 * worked on with its sign-offs, hearings about it, and its way onto the agenda and off it. A kind adds its list and its
 * content's own forms under the same address, `kind.path(':text')`.
 * @param features those that hang on texts of this kind tell so on the page of what is in force
 */
export function textRoutes<Content extends object>(
  route: Routes,
  kind: TextKind<Content>,
  views: TextViews<Content>,
  features: readonly Feature[] = [],
): void {
  const at = kind.path(':text')
  const version = async (actor: Actor, text: LoadedText<Content>, draft: LoadedDraft<Content>) => {
    // What hangs on the text is told where it is in force.
    const related = draft.number === text.standing?.number ? relatedFacts(features, actor, { text: text.id }) : []
    const framed = versionFrame(actor, kind, text, { draft, facts: [...views.facts(draft.content), ...related] })
    return page(views.version.view, { ...framed, ...(await views.version.model(actor, { text, draft })) })
  }
  if (!views.ownPage) {
    route.get(
      at,
      { ...ofAll, params: textAddress, queries: loading + hanging + (views.version.queries ?? 0) },
      async ({ actor, params }) => {
        const text = await findText(actor, kind, params.text)
        return text.standing ? version(actor, text, text.standing) : redirect(draftPathOf(kind.path(params.text)))
      },
    )
  }
  route.get(
    `${at}/versioner/:version`,
    { ...ofAll, params: versionAddress, queries: loading + hanging + (views.version.queries ?? 0) },
    async ({ actor, params }) => {
      const text = await findText(actor, kind, params.text)
      const head = decidedVersion(text, params.version)
      if (!head) throw notFound()
      return version(actor, text, await withContent(actor.database.prisma, kind, head))
    },
  )
  route.get(
    draftPathOf(at),
    { ...ofAll, params: textAddress, queries: loading + (views.draft.queries ?? 0) },
    async ({ actor, params }) => {
      const text = await findText(actor, kind, params.text)
      // To those who see no other draft, its address leads to what is in force.
      if (text.newest.number === text.standing?.number && !mayDo(actor, 'prepareTexts'))
        return redirect(kind.path(params.text))
      // Nothing is worked on any more.
      if (views.ownPage && (await kind.over?.(actor.database.prisma, text.id))) return redirect(kind.path(text.slug))
      const framed = draftFrame(actor, kind, text, views.facts(text.newest.content))
      const model = await views.draft.model(actor, { text, edits: mayEdit(actor, text) })
      return page(views.draft.view, { ...framed, ...model })
    },
  )
  route.get(
    comparisonPathOf(at),
    { ...ofAll, params: textAddress, query: comparisonQuery, queries: loading },
    async ({ actor, params, query }) =>
      page(
        'adoption/comparison',
        await comparisonPage(actor.database.prisma, kind, await findText(actor, kind, params.text), query),
      ),
  )
  if (!kind.withoutHearing) hearingRoutes(route, kind)
  signOffRoutes(route, kind)
  agendaRoutes(route, kind)
}

function signOffRoutes<Content extends object>(route: Routes, kind: TextKind<Content>): void {
  const standsOn = draftPathOf(kind.path(':text'))
  const back = (slug: string, told: string) => redirect(draftPathOf(kind.path(slug)), told)
  route.post(`${standsOn}/godkend`, { ...writing, form: signOffForm, standsOn }, async ({ actor, params, form }) => {
    const { complete } = await signOffText(actor, kind, { slug: params.text, shownHash: form.hash })
    return back(
      params.text,
      complete ? 'Begge sekretariater har godkendt udkastet.' : 'Dit sekretariat har godkendt udkastet.',
    )
  })
  route.post(`${standsOn}/traek-tilbage`, { ...writing, form: emptyForm, standsOn }, async ({ actor, params }) => {
    await takeBackTextSignOff(actor, kind, { slug: params.text })
    return back(params.text, 'Godkendelsen er trukket tilbage.')
  })
}

function agendaRoutes<Content extends object>(route: Routes, kind: TextKind<Content>): void {
  const path = draftPathOf(kind.path(':text'))
  const back = (slug: string, told: string) => redirect(draftPathOf(kind.path(slug)), told)
  const around = (text: LoadedText<Content>, name: string) => ({
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: name }),
  })
  const onAgenda = async (actor: Actor, slug: string, form?: FormState) => {
    const text = await findText(actor, kind, slug)
    return page(formView, putOnAgendaPage(actor, kind, text, around(text, 'Sæt på dagsordenen'), form))
  }
  route.get(`${path}/dagsorden`, { ...writing, queries: loading + 2 }, ({ actor, params }) =>
    onAgenda(actor, params.text),
  )
  route.post(
    `${path}/dagsorden`,
    { ...writing, form: agendaForm, onInvalid: ({ actor, params }, form) => onAgenda(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { position, notice } = await putTextOnAgenda(actor, kind, { slug: params.text, ...form })
      return back(
        params.text,
        [`Udkastet er sat på dagsordenen som punkt ${position}.`, notice].filter(Boolean).join(' '),
      )
    },
  )
  const offAgenda = async (actor: Actor, slug: string, form?: FormState) => {
    const text = await findText(actor, kind, slug)
    return page(formView, takeOffAgendaPage(kind, text, around(text, 'Tag af dagsordenen'), form))
  }
  route.get(`${path}/tag-af`, { ...writing, queries: loading }, ({ actor, params }) => offAgenda(actor, params.text))
  route.post(
    `${path}/tag-af`,
    { ...writing, form: reasonForm, onInvalid: ({ actor, params }, form) => offAgenda(actor, params.text, form) },
    async ({ actor, params, form }) => {
      await takeTextOffAgenda(actor, kind, { slug: params.text, reason: form.reason })
      return back(params.text, 'Udkastet er taget af dagsordenen.')
    },
  )
}
