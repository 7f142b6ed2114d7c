import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import {
  putOnAgendaPage,
  putTextOnAgenda,
  signOffText,
  takeBackTextSignOff,
  takeOffAgendaPage,
  takeTextOffAgenda,
} from '../../decisions/adoption/index.ts'
import { beginStandard, editStandard } from './change-standard.ts'
import { draftPage } from './draft-page.ts'
import { headPage, newPage } from './form-pages.ts'
import {
  agendaForm,
  listQuery,
  newStandardForm,
  reasonForm,
  signOffForm,
  standardAddress,
  standardForm,
  versionAddress,
} from './forms.ts'
import { savedText } from './labels.ts'
import { listPage } from './list-page.ts'
import { standardDraftPath, standardPath, standardsPath } from './paths.ts'
import { pointRoutes } from './point-routes.ts'
import { crumbsOf, findStandard, type LoadedStandard, showPage, versionPage } from './show-page.ts'
import { standardKind } from './standard-kind.ts'
import { statementRoutes } from './statements/routes.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** §5: the standards that the parties decide upon together: read by all of them, written by both secretariats. */
export function standardRoutes(route: Routes): void {
  route.get(standardsPath, { ...ofAll, query: listQuery, queries: 16 }, async ({ actor, query }) =>
    page('standards/list', await listPage(actor, query)),
  )
  route.get(`${standardsPath}/ny`, { right: 'prepareTexts', queries: 2 }, () => page(formView, newPage()))
  route.post(
    `${standardsPath}/ny`,
    { right: 'prepareTexts', form: newStandardForm, onInvalid: (_, form) => page(formView, newPage(form)) },
    async ({ actor, form }) => {
      const { slug } = await beginStandard(actor, form)
      return redirect(standardDraftPath(slug), 'Udkastet er oprettet. Tilføj nu punkterne.')
    },
  )

  route.get(
    `${standardsPath}/:standard`,
    { ...ofAll, params: standardAddress, queries: 17 },
    async ({ actor, params }) => {
      const model = await showPage(actor, params.standard)
      return model ? page('standards/show', model) : redirect(standardDraftPath(params.standard))
    },
  )
  route.get(
    `${standardsPath}/:standard/versioner/:version`,
    { ...ofAll, params: versionAddress, queries: 17 },
    async ({ actor, params }) => page('standards/show', await versionPage(actor, params.standard, params.version)),
  )
  draftRoutes(route)
  pointRoutes(route)
  agendaRoutes(route)
  statementRoutes(route)
}

const path = `${standardsPath}/:standard/udkast`
const writing = { right: 'prepareTexts', params: standardAddress } as const

function draftRoutes(route: Routes): void {
  route.get(path, { ...ofAll, params: standardAddress, queries: 16 }, async ({ actor, params }) => {
    const model = await draftPage(actor, params.standard)
    return model ? page('standards/draft', model) : redirect(standardPath(params.standard))
  })
  route.get(`${path}/ret`, { ...writing, queries: 16 }, async ({ actor, params }) =>
    page(formView, headPage(await findStandard(actor, params.standard))),
  )
  route.post(
    `${path}/ret`,
    {
      ...writing,
      form: standardForm,
      onInvalid: async ({ actor, params }, form) =>
        page(formView, headPage(await findStandard(actor, params.standard), form)),
    },
    async ({ actor, params, form }) => {
      const { voided } = await editStandard(actor, { slug: params.standard, ...form })
      return redirect(standardDraftPath(params.standard), savedText(voided))
    },
  )
  route.post(`${path}/godkend`, { ...writing, form: signOffForm, standsOn: path }, async ({ actor, params, form }) => {
    const { complete } = await signOffText(actor, standardKind, { slug: params.standard, shownHash: form.hash })
    return redirect(
      standardDraftPath(params.standard),
      complete ? 'Begge sekretariater har godkendt udkastet.' : 'Dit sekretariat har godkendt udkastet.',
    )
  })
  route.post(`${path}/traek-tilbage`, { ...writing, form: emptyForm, standsOn: path }, async ({ actor, params }) => {
    await takeBackTextSignOff(actor, standardKind, { slug: params.standard })
    return redirect(standardDraftPath(params.standard), 'Godkendelsen er trukket tilbage.')
  })
}

const around = (text: LoadedStandard, name: string) => ({
  active: 'standarder',
  crumbs: crumbsOf(text, { text: name }),
})

function agendaRoutes(route: Routes): void {
  const onAgenda = async (actor: Actor, slug: string, form?: Parameters<typeof putOnAgendaPage>[4]) => {
    const text = await findStandard(actor, slug)
    return page(formView, putOnAgendaPage(actor, standardKind, text, around(text, 'Sæt på dagsordenen'), form))
  }
  route.get(`${path}/dagsorden`, { ...writing, queries: 18 }, ({ actor, params }) => onAgenda(actor, params.standard))
  route.post(
    `${path}/dagsorden`,
    { ...writing, form: agendaForm, onInvalid: ({ actor, params }, form) => onAgenda(actor, params.standard, form) },
    async ({ actor, params, form }) => {
      const { position, notice } = await putTextOnAgenda(actor, standardKind, { slug: params.standard, ...form })
      const told = [`Udkastet er sat på dagsordenen som punkt ${position}.`, notice].filter(Boolean).join(' ')
      return redirect(standardDraftPath(params.standard), told)
    },
  )
  const offAgenda = async (actor: Actor, slug: string, form?: Parameters<typeof takeOffAgendaPage>[3]) => {
    const text = await findStandard(actor, slug)
    return page(formView, takeOffAgendaPage(standardKind, text, around(text, 'Tag af dagsordenen'), form))
  }
  route.get(`${path}/tag-af`, { ...writing, queries: 16 }, ({ actor, params }) => offAgenda(actor, params.standard))
  route.post(
    `${path}/tag-af`,
    { ...writing, form: reasonForm, onInvalid: ({ actor, params }, form) => offAgenda(actor, params.standard, form) },
    async ({ actor, params, form }) => {
      await takeTextOffAgenda(actor, standardKind, { slug: params.standard, reason: form.reason })
      return redirect(standardDraftPath(params.standard), 'Udkastet er taget af dagsordenen.')
    },
  )
}
