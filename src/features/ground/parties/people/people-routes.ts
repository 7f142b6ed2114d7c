import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { attachmentUpload, storedFile } from '../../documents/index.ts'
import { authorisationPage, endAuthorisationPage, endPersonPage, personPage } from '../form-pages.ts'
import { authorisationForm, endForm, endPersonForm, organisationAddress, partAddress, personForm } from '../forms.ts'
import { organisationPath } from '../paths.ts'
import { namingDocument } from '../queries.ts'
import { foundIn, organisationOf } from '../route-subjects.ts'
import { endAuthorisation, nameAuthorised } from './authorise.ts'
import { editPerson, endPerson } from './change-person.ts'

const formView = 'layout/form-page'

/** An organisation's people, and what it has named them to do for it. */
export function peopleRoutes(route: Routes): void {
  personRoutes(route)
  authorisationRoutes(route)
}

function personRoutes(route: Routes): void {
  route.get(
    '/parter/:organisation/personer/:id',
    { right: 'manageParty', params: partAddress, queries: 4, on: ({ db, params }) => organisationOf(db, params) },
    ({ actor, db, params }) => page(formView, personPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/personer/:id',
    {
      right: 'manageParty',
      params: partAddress,
      form: personForm,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, personPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await editPerson(actor, { ...form, organisation: params.organisation, personId: params.id })
      return redirect(organisationPath(params.organisation), 'Oplysningerne er gemt.')
    },
  )

  route.get(
    '/parter/:organisation/personer/:id/fratraeden',
    { right: 'manageParty', params: partAddress, queries: 4, on: ({ db, params }) => organisationOf(db, params) },
    ({ actor, db, params }) => page(formView, endPersonPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/personer/:id/fratraeden',
    {
      right: 'manageParty',
      params: partAddress,
      form: endPersonForm,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endPersonPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await endPerson(actor, { ...form, organisation: params.organisation, personId: params.id })
      return redirect(organisationPath(params.organisation), 'Personens fratræden er registreret.')
    },
  )
}

function authorisationRoutes(route: Routes): void {
  route.get(
    '/parter/:organisation/bemyndigelser/ny',
    {
      right: 'nameAuthorised',
      params: organisationAddress,
      queries: 4,
      on: ({ db, params }) => organisationOf(db, params),
    },
    ({ actor, db, params }) => page(formView, authorisationPage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/bemyndigelser/ny',
    {
      right: 'nameAuthorised',
      params: organisationAddress,
      form: authorisationForm,
      upload: attachmentUpload,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, authorisationPage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form, files }) => {
      await nameAuthorised(actor, { ...form, organisation: params.organisation, document: files[0] ?? null })
      return redirect(organisationPath(params.organisation), 'Bemyndigelsen er givet.')
    },
  )

  // Whoever reads the organisation's page reads who named its people, and on what.
  route.get(
    '/parter/:organisation/bemyndigelser/:id/bilag',
    { right: 'signedIn', params: partAddress, queries: 3, on: ({ db, params }) => organisationOf(db, params) },
    ({ db, params }) => {
      const found = namingDocument(db, foundIn(db, params.organisation).id, params.id)
      if (!found) throw notFound()
      return storedFile(db, found, found.name)
    },
  )

  route.get(
    '/parter/:organisation/bemyndigelser/:id/afslut',
    { right: 'nameAuthorised', params: partAddress, queries: 4, on: ({ db, params }) => organisationOf(db, params) },
    ({ actor, db, params }) => page(formView, endAuthorisationPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/bemyndigelser/:id/afslut',
    {
      right: 'nameAuthorised',
      params: partAddress,
      form: endForm,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endAuthorisationPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await endAuthorisation(actor, { organisation: params.organisation, id: params.id, to: form.to })
      return redirect(organisationPath(params.organisation), 'Bemyndigelsen er afsluttet.')
    },
  )
}
