import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { attachmentUpload } from '../documents/index.ts'
import { foundOrganisation, organisationAddress, organisationOf } from '../parties/index.ts'
import { organisationPath } from '../parties/paths.ts'
import { addPerson } from './add-person.ts'
import { newPersonForm } from './forms.ts'
import { importRoutes } from './import-routes.ts'
import { addedPage, addedText, newPersonPage } from './new-person-page.ts'

/** People are added one by one from the page of their organisation, or many at once from a file. */
export function addPeopleRoutes(route: Routes): void {
  importRoutes(route)

  const path = '/parter/:organisation/personer/ny'
  route.get(
    path,
    {
      right: 'addPerson',
      params: organisationAddress,
      queries: 8,
      on: ({ db, params }) => organisationOf(db, params),
    },
    ({ actor, db, params }) => page('people/new', newPersonPage(actor, foundOrganisation(db, params.organisation))),
  )
  route.post(
    path,
    {
      right: 'addPerson',
      params: organisationAddress,
      form: newPersonForm,
      upload: attachmentUpload,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page('people/new', newPersonPage(actor, foundOrganisation(db, params.organisation), form)),
    },
    async ({ actor, db, params, form, files }) => {
      const { organisation } = params
      const added = await addPerson(actor, { ...form, organisation, document: files[0] ?? null })
      if (!added.handed) return redirect(organisationPath(organisation), addedText(form.name, added))
      const person = { name: form.name, email: form.email ?? '' }
      return page('people/added', addedPage(foundOrganisation(db, organisation), person, added), { done: true })
    },
  )
}
