import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { savedText, textAddress, textListQuery, textRoutes } from '../../decisions/adoption/index.ts'
import { beginStandard, editStandard } from './change-standard.ts'
import { findStandard } from './find-standard.ts'
import { headPage, newPage } from './form-pages.ts'
import { newStandardForm, standardForm } from './forms.ts'
import { listPage } from './list-page.ts'
import { standardDraftPath, standardsPath } from './paths.ts'
import { pointRoutes } from './point-routes.ts'
import { standardKind } from './standard-kind.ts'
import { statementRoutes } from './statements/routes.ts'
import { standardViews } from './text-views.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** §5: the standards that the parties decide upon together: read by all of them, written by both secretariats. */
export function standardRoutes(route: Routes): void {
  route.get(standardsPath, { ...ofAll, query: textListQuery, queries: 18 }, async ({ actor, query }) =>
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
  textRoutes(route, standardKind, standardViews)
  headRoutes(route)
  pointRoutes(route)
  statementRoutes(route)
}

function headRoutes(route: Routes): void {
  const path = `${standardDraftPath(':text')}/ret`
  const writing = { right: 'prepareTexts', params: textAddress } as const
  route.get(path, { ...writing, queries: 18 }, async ({ actor, params }) =>
    page(formView, headPage(await findStandard(actor, params.text))),
  )
  route.post(
    path,
    {
      ...writing,
      form: standardForm,
      onInvalid: async ({ actor, params }, form) =>
        page(formView, headPage(await findStandard(actor, params.text), form)),
    },
    async ({ actor, params, form }) => {
      const { voided } = await editStandard(actor, { slug: params.text, ...form })
      return redirect(standardDraftPath(params.text), savedText(voided))
    },
  )
}
