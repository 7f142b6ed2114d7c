import type { Database } from '../../../../database/database.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { correctAdministration } from '../administration/administer-association.ts'
import { correctAuthorisation } from '../correct-authorisation.ts'
import {
  administrationCorrectionForm,
  authorisationCorrectionForm,
  correctionForm,
  organisationAddress,
  partAddress,
} from '../forms.ts'
import { organisationPath } from '../paths.ts'
import { foundIn, organisationOf } from '../route-subjects.ts'
import { correctOrganisation } from './correct-organisation.ts'
import { correctAdministrationPage, correctAuthorisationPage, correctOrganisationPage } from './correction-pages.ts'

const formView = 'layout/form-page'

/** What was registered wrongly: corrected by whoever registers it. */
export function correctionRoutes(route: Routes): void {
  const ofOrganisation = {
    right: 'manageParty',
    params: organisationAddress,
    on: subject,
  } as const
  route.get('/parter/:organisation/rettelse', { ...ofOrganisation, queries: 4 }, ({ actor, db, params }) =>
    page(formView, correctOrganisationPage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/rettelse',
    {
      ...ofOrganisation,
      form: correctionForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, correctOrganisationPage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await correctOrganisation(actor, { ...form, slug: params.organisation })
      return redirect(organisationPath(params.organisation), 'Rettelsen er gemt.')
    },
  )

  const ofAdministration = {
    right: 'manageParty',
    params: partAddress,
    on: subject,
  } as const
  route.get(
    '/parter/:organisation/administration/:id/ret',
    { ...ofAdministration, queries: 5 },
    ({ actor, db, params }) =>
      page(formView, correctAdministrationPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/administration/:id/ret',
    {
      ...ofAdministration,
      form: administrationCorrectionForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, correctAdministrationPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await correctAdministration(actor, { ...form, administrator: params.organisation, id: params.id })
      return redirect(organisationPath(params.organisation), 'Rettelsen er gemt.')
    },
  )

  const ofAuthorisation = { right: 'nameAuthorised', params: partAddress, on: subject } as const
  route.get(
    '/parter/:organisation/bemyndigelser/:id/ret',
    { ...ofAuthorisation, queries: 4 },
    ({ actor, db, params }) =>
      page(formView, correctAuthorisationPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/bemyndigelser/:id/ret',
    {
      ...ofAuthorisation,
      form: authorisationCorrectionForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, correctAuthorisationPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await correctAuthorisation(actor, { ...form, organisation: params.organisation, id: params.id })
      return redirect(organisationPath(params.organisation), 'Rettelsen er gemt.')
    },
  )
}

const subject = ({ db, params }: { db: Database; params: { organisation: string } }) => organisationOf(db, params)
