import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { Database } from '../../../database/database.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { assessArea } from './assess-area.ts'
import { areaAddress, assessForm, assessmentsQuery } from './forms.ts'
import { methodRoutes } from './methods/routes.ts'
import { areaAssessmentPage, areaBy, assessPage } from './pages/area-page.ts'
import { assessmentsCsv, assessmentsPage } from './pages/list-page.ts'
import { areaAssessmentPath, assessAreaPath, assessmentsCsvPath, assessmentsPath } from './paths.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
/** The places and the indicators, kept until anything is committed; the method, its figures and what was assessed. */
const queries = 30

/** R35, R38: what the areas are assessed to be, what the method proposes, and the methods themselves. */
export function assessmentRoutes(route: Routes): void {
  route.get(assessmentsPath, { ...ofAll, query: assessmentsQuery, queries }, ({ actor, query }) =>
    page('assessments/list', assessmentsPage(actor, query)),
  )
  route.get(assessmentsCsvPath, { ...ofAll, query: assessmentsQuery, queries }, ({ actor, query }) => {
    const { name, content } = assessmentsCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(areaAssessmentPath(':area'), { ...ofAll, params: areaAddress, queries }, ({ actor, params }) =>
    page('assessments/area', areaAssessmentPage(actor, params.area)),
  )
  const assessing = { right: 'assessAreas', params: areaAddress } as const
  const drawn = (actor: Actor, slug: string, form?: FormState) =>
    page('layout/form-page', assessPage(actor, slug, form))
  route.get(assessAreaPath(':area'), { ...assessing, queries }, ({ actor, params }) => drawn(actor, params.area))
  route.post(
    assessAreaPath(':area'),
    { ...assessing, form: assessForm, onInvalid: ({ actor, params }, form) => drawn(actor, params.area, form) },
    async ({ actor, params, form }) => {
      await assessArea(actor, { ...form, areaId: areaBy(actor, params.area).id })
      return redirect(areaAssessmentPath(params.area), 'Vurderingen er registreret.')
    },
  )
  methodRoutes(route)
}
