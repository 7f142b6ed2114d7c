import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { administrationPage, endAdministrationPage } from '../form-pages.ts'
import { administrationForm, endForm, organisationAddress, partAddress } from '../forms.ts'
import { organisationPath } from '../paths.ts'
import { foundIn, organisationOf } from '../route-subjects.ts'
import { beginAdministration, endAdministration } from './administer-association.ts'

const formView = 'layout/form-page'

/** R100: whom an organisation administers, from a day and to a day. */
export function administrationRoutes(route: Routes): void {
  route.get(
    '/parter/:organisation/administration',
    {
      right: 'manageParty',
      params: organisationAddress,
      queries: 5,
      on: ({ db, params }) => organisationOf(db, params),
    },
    ({ actor, db, params }) => page(formView, administrationPage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/administration',
    {
      right: 'manageParty',
      params: organisationAddress,
      form: administrationForm,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, administrationPage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await beginAdministration(actor, { ...form, administrator: params.organisation })
      return redirect(organisationPath(params.organisation), 'Administrationen er tilføjet.')
    },
  )

  route.get(
    '/parter/:organisation/administration/:id/afslut',
    { right: 'manageParty', params: partAddress, queries: 5, on: ({ db, params }) => organisationOf(db, params) },
    ({ actor, db, params }) =>
      page(formView, endAdministrationPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/administration/:id/afslut',
    {
      right: 'manageParty',
      params: partAddress,
      form: endForm,
      on: ({ db, params }) => organisationOf(db, params),
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endAdministrationPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await endAdministration(actor, { administrator: params.organisation, id: params.id, to: form.to })
      return redirect(organisationPath(params.organisation), 'Administrationen er afsluttet.')
    },
  )
}
