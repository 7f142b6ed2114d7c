import type { Database } from '../../../database/database.ts'
import { askingOf, type Feature } from '../../../http/feature.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { administrationRoutes } from './administration/administration-routes.ts'
import { conditionRoutes } from './conditions/condition-routes.ts'
import {
  editOrganisationPage,
  endOrganisationPage,
  formerNamePage,
  newOrganisationPage,
  renamePage,
} from './form-pages.ts'
import { addFormerName } from './former-name.ts'
import {
  endOrganisationForm,
  formerNameForm,
  newOrganisationForm,
  organisationAddress,
  organisationForm,
  organisationQuery,
  partiesQuery,
  renameForm,
} from './forms.ts'
import {
  createOrganisation,
  editOrganisation,
  endOrganisation,
  renameOrganisation,
} from './organisations/change-organisation.ts'
import { correctionRoutes } from './organisations/correction-routes.ts'
import { organisationPage } from './organisations/organisation-page.ts'
import { partiesPage } from './pages.ts'
import { organisationPath } from './paths.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { foundIn, organisationOf } from './route-subjects.ts'

const formView = 'layout/form-page'

export function partyRoutes(route: Routes, features: readonly Feature[]): void {
  const asking = askingOf(features)
  route.get('/parter', { right: 'signedIn', query: partiesQuery, queries: 4 }, ({ actor, query }) =>
    page('parties/list', partiesPage(actor, query)),
  )

  route.get('/parter/ny', { right: 'manageOwnSide', queries: 2 }, ({ actor }) =>
    page(formView, newOrganisationPage(actor)),
  )
  route.post(
    '/parter/ny',
    {
      right: 'manageOwnSide',
      form: newOrganisationForm,
      onInvalid: ({ actor }, form) => page(formView, newOrganisationPage(actor, form)),
    },
    async ({ actor, form }) => {
      const { slug } = await createOrganisation(actor, form)
      return redirect(organisationPath(slug), 'Organisationen er registreret.')
    },
  )

  route.get(
    '/parter/:organisation',
    { right: 'signedIn', params: organisationAddress, query: organisationQuery, queries: 40, on: exists },
    async ({ actor, db, params, query }) =>
      page(
        'parties/show',
        await organisationPage(actor, foundIn(db, params.organisation), query.dag, { features, asking }),
      ),
  )

  changeRoutes(route)
  correctionRoutes(route)
  administrationRoutes(route)
  peopleRoutes(route)
  conditionRoutes(route)
}

const exists = ({ db, params }: { db: Database; params: { organisation: string } }) => organisationOf(db, params)

/** Facts, name and end of the organisation itself. */
function changeRoutes(route: Routes): void {
  const managed = { right: 'manageParty', params: organisationAddress, on: exists } as const

  route.get('/parter/:organisation/ret', { ...managed, queries: 4 }, ({ db, params }) =>
    page(formView, editOrganisationPage(foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/ret',
    {
      ...managed,
      form: organisationForm,
      onInvalid: ({ db, params }, form) => page(formView, editOrganisationPage(foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await editOrganisation(actor, { ...form, slug: params.organisation })
      return redirect(organisationPath(params.organisation), 'Oplysningerne er gemt.')
    },
  )

  route.get('/parter/:organisation/navn', { ...managed, queries: 4 }, ({ actor, db, params }) =>
    page(formView, renamePage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/navn',
    {
      ...managed,
      form: renameForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, renamePage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await renameOrganisation(actor, { ...form, slug: params.organisation })
      return redirect(organisationPath(params.organisation), 'Det nye navn er gemt. Det gamle er bevaret.')
    },
  )

  route.get('/parter/:organisation/tidligere-navn', { ...managed, queries: 4 }, ({ db, params }) =>
    page(formView, formerNamePage(foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/tidligere-navn',
    {
      ...managed,
      form: formerNameForm,
      onInvalid: ({ db, params }, form) => page(formView, formerNamePage(foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await addFormerName(actor, { ...form, slug: params.organisation })
      return redirect(organisationPath(params.organisation), 'Det tidligere navn er gemt.')
    },
  )

  route.get('/parter/:organisation/udtraeden', { ...managed, queries: 5 }, ({ actor, db, params }) =>
    page(formView, endOrganisationPage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/udtraeden',
    {
      ...managed,
      form: endOrganisationForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endOrganisationPage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await endOrganisation(actor, { ...form, slug: params.organisation })
      return redirect(organisationPath(params.organisation), 'Organisationens udtræden er registreret.')
    },
  )
}
