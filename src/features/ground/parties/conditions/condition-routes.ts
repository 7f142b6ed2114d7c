import type { Database } from '../../../../database/database.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { conditionForm, endForm, organisationAddress, partAddress } from '../forms.ts'
import { organisationPath } from '../paths.ts'
import { foundIn, organisationOf } from '../route-subjects.ts'
import { endCondition, recordCondition } from './change-condition.ts'
import { endConditionPage, newConditionPage } from './condition-pages.ts'

const formView = 'layout/form-page'

/** R63: the conditions that an organisation records of itself. */
export function conditionRoutes(route: Routes): void {
  const on = ({ db, params }: { db: Database; params: { organisation: string } }) => organisationOf(db, params)
  const ofOrganisation = { right: 'keepConditions', params: organisationAddress, on } as const
  const ofCondition = { right: 'keepConditions', params: partAddress, on } as const

  route.get('/parter/:organisation/vilkaar/nyt', { ...ofOrganisation, queries: 4 }, ({ actor, db, params }) =>
    page(formView, newConditionPage(actor, foundIn(db, params.organisation))),
  )
  route.post(
    '/parter/:organisation/vilkaar/nyt',
    {
      ...ofOrganisation,
      form: conditionForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, newConditionPage(actor, foundIn(db, params.organisation), form)),
    },
    async ({ actor, params, form }) => {
      await recordCondition(actor, { ...form, organisation: params.organisation })
      return redirect(organisationPath(params.organisation), 'Vilkåret er registreret.')
    },
  )

  route.get('/parter/:organisation/vilkaar/:id/ophoer', { ...ofCondition, queries: 5 }, ({ actor, db, params }) =>
    page(formView, endConditionPage(actor, foundIn(db, params.organisation), params.id)),
  )
  route.post(
    '/parter/:organisation/vilkaar/:id/ophoer',
    {
      ...ofCondition,
      form: endForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endConditionPage(actor, foundIn(db, params.organisation), params.id, form)),
    },
    async ({ actor, params, form }) => {
      await endCondition(actor, { ...form, organisation: params.organisation, id: params.id })
      return redirect(organisationPath(params.organisation), 'Vilkåret er afsluttet.')
    },
  )
}
