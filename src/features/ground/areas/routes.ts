import { jointGroup } from '../../../access/joint-group.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { areaAddress, areasQuery, closeForm, newAreaForm, renameForm, reopenForm } from './forms.ts'
import { addArea, closeArea, renameArea, reopenArea } from './keep-area.ts'
import { areasPage, closePage, newAreaPage, renamePage, reopenPage } from './pages.ts'
import { areasPath } from './paths.ts'

const formView = 'layout/form-page'

/** R7: the housing areas, read by all of the cooperation and kept by the two secretariats. */
export function areaRoutes(route: Routes): void {
  route.get(
    '/boligomraader',
    { right: 'readBody', query: areasQuery, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('areas/list', areasPage(actor, query)),
  )

  route.get('/boligomraader/nyt', { right: 'manageOwnSide', queries: 4 }, ({ actor }) =>
    page(formView, newAreaPage(actor)),
  )
  route.post(
    '/boligomraader/nyt',
    {
      right: 'manageOwnSide',
      form: newAreaForm,
      onInvalid: ({ actor }, form) => page(formView, newAreaPage(actor, form)),
    },
    async ({ actor, form }) => {
      await addArea(actor, form)
      return redirect(areasPath, `${form.name} er tilføjet.`)
    },
  )

  const ofArea = { right: 'manageOwnSide', params: areaAddress } as const
  route.get('/boligomraader/:area/ret', { ...ofArea, queries: 4 }, ({ actor, params }) =>
    page(formView, renamePage(actor, params.area)),
  )
  route.post(
    '/boligomraader/:area/ret',
    {
      ...ofArea,
      form: renameForm,
      onInvalid: ({ actor, params }, form) => page(formView, renamePage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await renameArea(actor, { ...form, id: params.area })
      return redirect(areasPath, `${form.name} er gemt.`)
    },
  )

  route.get('/boligomraader/:area/luk', { ...ofArea, queries: 4 }, ({ actor, params }) =>
    page(formView, closePage(actor, params.area)),
  )
  route.post(
    '/boligomraader/:area/luk',
    {
      ...ofArea,
      form: closeForm,
      onInvalid: ({ actor, params }, form) => page(formView, closePage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await closeArea(actor, { ...form, id: params.area })
      return redirect(areasPath, 'Boligområdet er lukket.')
    },
  )

  route.get('/boligomraader/:area/genaabn', { ...ofArea, queries: 4 }, ({ actor, params }) =>
    page(formView, reopenPage(actor, params.area)),
  )
  route.post(
    '/boligomraader/:area/genaabn',
    {
      ...ofArea,
      form: reopenForm,
      onInvalid: ({ actor, params }, form) => page(formView, reopenPage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await reopenArea(actor, { ...form, id: params.area })
      return redirect(areasPath, 'Boligområdet er genåbnet.')
    },
  )
}
