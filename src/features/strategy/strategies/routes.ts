import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { Feature } from '../../../http/feature.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { savedText, textAddress, textRoutes } from '../../decisions/adoption/index.ts'
import { beginStrategy, editStrategy } from './change-strategy.ts'
import { findStrategy } from './find-strategy.ts'
import { listQuery, newStrategyForm, strategyForm, versionAddress } from './forms.ts'
import { headPage, newPage } from './head-page.ts'
import { listPage } from './list-page.ts'
import { partRoutes } from './parts/part-routes.ts'
import { strategiesPath, strategyDraftPath, strategyPath, strategyVersionPath } from './paths.ts'
import { progressRoutes } from './progress/routes.ts'
import { strategyKind } from './strategy-kind.ts'
import { strategyViews } from './text-views.ts'

const headView = 'strategies/head'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** R33: the strategies that the parties decide upon together: read by all of them, written by both secretariats. */
export function strategyRoutes(route: Routes, features: readonly Feature[]): void {
  route.get(strategiesPath, { ...ofAll, query: listQuery, queries: 18 }, async ({ actor, query }) =>
    page('strategies/list', await listPage(actor, query)),
  )
  route.get(`${strategiesPath}/ny`, { right: 'prepareTexts', queries: 4 }, ({ actor }) =>
    page(headView, newPage(actor)),
  )
  route.post(
    `${strategiesPath}/ny`,
    {
      right: 'prepareTexts',
      form: newStrategyForm,
      onInvalid: ({ actor }, form) => page(headView, newPage(actor, form)),
    },
    async ({ actor, form }) => {
      const { slug } = await beginStrategy(actor, form)
      return redirect(strategyDraftPath(slug), 'Udkastet er oprettet. Tilføj nu afsnit, pejlemærker, mål og delmål.')
    },
  )
  // The short way to a version.
  route.get(`${strategyPath(':text')}/:version`, { ...ofAll, params: versionAddress, queries: 2 }, ({ params }) =>
    redirect(strategyVersionPath(params.text, params.version)),
  )
  textRoutes(route, strategyKind, strategyViews, features)
  headRoutes(route)
  partRoutes(route)
  progressRoutes(route)
}

function headRoutes(route: Routes): void {
  const path = `${strategyDraftPath(':text')}/ret`
  const writing = { right: 'prepareTexts', params: textAddress } as const
  route.get(path, { ...writing, queries: 18 }, async ({ actor, params }) =>
    page(headView, headPage(actor, await findStrategy(actor, params.text))),
  )
  route.post(
    path,
    {
      ...writing,
      form: strategyForm,
      onInvalid: async ({ actor, params }, form) =>
        page(headView, headPage(actor, await findStrategy(actor, params.text), form)),
    },
    async ({ actor, params, form }) => {
      const { voided } = await editStrategy(actor, { slug: params.text, ...form })
      return redirect(strategyDraftPath(params.text), savedText(voided))
    },
  )
}
