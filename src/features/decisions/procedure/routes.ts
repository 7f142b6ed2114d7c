import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { textRoutes } from '../adoption/index.ts'
import { beginProcedure } from './change-procedure.ts'
import { beginPage } from './form-pages.ts'
import { beginForm, dayQuery } from './forms.ts'
import { parametersOn, procedurePage } from './overview-page.ts'
import { newProcedurePath, procedureDraftPath, procedurePath } from './paths.ts'
import { procedureKind } from './procedure-kind.ts'
import { sectionRoutes } from './section-routes.ts'
import { procedureViews } from './text-views.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** R62, R64: the rules that meetings are held by: read by everyone in the cooperation, written by both secretariats. */
export function procedureRoutes(route: Routes): void {
  route.get(procedurePath, { ...ofAll, query: dayQuery, queries: 24 }, async ({ actor, query }) =>
    page('procedure/overview', await procedurePage(actor, query.dag)),
  )
  route.get(newProcedurePath, { right: 'prepareTexts', queries: 2 }, () => page('layout/form-page', beginPage()))
  route.post(newProcedurePath, { right: 'prepareTexts', form: beginForm }, async ({ actor }) => {
    const { slug } = await beginProcedure(actor, parametersOn(actor, actor.today))
    return redirect(procedureDraftPath(slug), 'Udkastet er oprettet. Ret nu afsnittene og fristerne.')
  })
  textRoutes(route, procedureKind, procedureViews)
  sectionRoutes(route)
}
