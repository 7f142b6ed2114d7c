import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { closeForm, newSubjectAreaForm, reopenForm, subjectAreaAddress, subjectAreaForm } from './forms.ts'
import { addSubjectArea, changeSubjectArea, closeSubjectArea, reopenSubjectArea } from './keep-subject-area.ts'
import {
  changeSubjectAreaPage,
  closeSubjectAreaPage,
  newSubjectAreaPage,
  reopenSubjectAreaPage,
  subjectAreasPage,
} from './pages.ts'
import { subjectAreasPath } from './paths.ts'

const formView = 'layout/form-page'

/** The subject areas, read by all of the cooperation and kept by the two secretariats. */
export function subjectAreaRoutes(route: Routes): void {
  route.get('/sagsomraader', { right: 'signedIn', queries: 2 }, ({ actor }) =>
    page('subject-areas/list', subjectAreasPage(actor)),
  )

  route.get('/sagsomraader/nyt', { right: 'manageOwnSide', queries: 2 }, ({ actor }) =>
    page(formView, newSubjectAreaPage(actor)),
  )
  route.post(
    '/sagsomraader/nyt',
    {
      right: 'manageOwnSide',
      form: newSubjectAreaForm,
      onInvalid: ({ actor }, form) => page(formView, newSubjectAreaPage(actor, form)),
    },
    async ({ actor, form }) => {
      await addSubjectArea(actor, form)
      return redirect(subjectAreasPath, `${form.name} er tilføjet.`)
    },
  )

  const ofArea = { right: 'manageOwnSide', params: subjectAreaAddress } as const
  route.get('/sagsomraader/:area/ret', { ...ofArea, queries: 3 }, ({ actor, params }) =>
    page(formView, changeSubjectAreaPage(actor, params.area)),
  )
  route.post(
    '/sagsomraader/:area/ret',
    {
      ...ofArea,
      form: subjectAreaForm,
      onInvalid: ({ actor, params }, form) => page(formView, changeSubjectAreaPage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await changeSubjectArea(actor, { ...form, id: params.area })
      return redirect(subjectAreasPath, `${form.name} er gemt.`)
    },
  )

  route.get('/sagsomraader/:area/luk', { ...ofArea, queries: 3 }, ({ actor, params }) =>
    page(formView, closeSubjectAreaPage(actor, params.area)),
  )
  route.post(
    '/sagsomraader/:area/luk',
    {
      ...ofArea,
      form: closeForm,
      onInvalid: ({ actor, params }, form) => page(formView, closeSubjectAreaPage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await closeSubjectArea(actor, { ...form, id: params.area })
      return redirect(subjectAreasPath, 'Sagsområdet er lukket.')
    },
  )

  route.get('/sagsomraader/:area/genaabn', { ...ofArea, queries: 3 }, ({ actor, params }) =>
    page(formView, reopenSubjectAreaPage(actor, params.area)),
  )
  route.post(
    '/sagsomraader/:area/genaabn',
    {
      ...ofArea,
      form: reopenForm,
      onInvalid: ({ actor, params }, form) => page(formView, reopenSubjectAreaPage(actor, params.area, form)),
    },
    async ({ actor, params, form }) => {
      await reopenSubjectArea(actor, { ...form, id: params.area })
      return redirect(subjectAreasPath, 'Sagsområdet er genåbnet.')
    },
  )
}
