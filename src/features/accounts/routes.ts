import { page, redirect } from '../../http/answers.ts'
import type { Context, Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { accountParams, disableForm, emptyForm, listQuery, newAccountForm, passwordForm } from './forms.ts'
import { changePassword, createAccount, disableAccount, enableAccount, resetPassword } from './manage-account.ts'
import { accountsPage, myAccountPage, newAccountPage, oneAccountPage, passwordPage } from './pages.ts'
import { type AccountFull, accountById } from './queries.ts'

export function accountRoutes(route: Routes): void {
  route.get('/min-konto', { right: 'signedIn', queries: 4 }, ({ actor }) => page('accounts/mine', myAccountPage(actor)))

  route.post(
    '/min-konto/adgangskode',
    {
      right: 'signedIn',
      form: passwordForm,
      onInvalid: ({ actor }, form) => page('accounts/mine', myAccountPage(actor, form)),
    },
    async ({ actor, form, signOutElsewhere }) => {
      const { personId } = await changePassword(actor, form)
      signOutElsewhere(personId)
      return redirect('/min-konto', 'Din adgangskode er skiftet.')
    },
  )

  route.get('/konti', { right: 'administer', query: listQuery, queries: 2 }, ({ db, query }) =>
    page('accounts/list', accountsPage(db, query.q ?? '', query.efter)),
  )

  route.get('/konti/ny', { right: 'administer', queries: 3 }, ({ db, today }) =>
    page('accounts/new', newAccountPage(db, today)),
  )

  route.post(
    '/konti/ny',
    {
      right: 'administer',
      form: newAccountForm,
      onInvalid: ({ db, today }, form) => page('accounts/new', newAccountPage(db, today, form)),
    },
    async ({ actor, db, form }) => {
      const { id, password } = await createAccount(actor, form)
      return page('accounts/password', passwordPage(known(db, id), password, 'Kontoen er oprettet'))
    },
  )

  route.get('/konti/:account', { right: 'administer', params: accountParams, queries: 4 }, ({ actor, db, params }) =>
    page('accounts/show', oneAccountPage(actor, known(db, params.account))),
  )

  route.post(
    '/konti/:account/luk',
    {
      right: 'administer',
      params: accountParams,
      form: disableForm,
      onInvalid: ({ actor, db, params }, form) =>
        page('accounts/show', oneAccountPage(actor, known(db, params.account), form)),
    },
    async ({ actor, params, form, signOutElsewhere }) => {
      const { personId } = await disableAccount(actor, params.account, form.reason)
      signOutElsewhere(personId)
      return redirect(`/konti/${params.account}`, 'Kontoen er lukket.')
    },
  )

  route.post(
    '/konti/:account/genaabn',
    { right: 'administer', params: accountParams, form: emptyForm },
    async ({ actor, params }) => {
      await enableAccount(actor, params.account)
      return redirect(`/konti/${params.account}`, 'Kontoen er åbnet igen.')
    },
  )

  route.post(
    '/konti/:account/adgangskode',
    { right: 'administer', params: accountParams, form: emptyForm },
    async ({ actor, db, params, signOutElsewhere }) => {
      const { password, personId } = await resetPassword(actor, params.account)
      signOutElsewhere(personId)
      return page('accounts/password', passwordPage(known(db, params.account), password, 'Ny adgangskode'))
    },
  )
}

function known(db: Context<undefined, undefined>['db'], id: number): AccountFull {
  const account = accountById(db, id)
  if (!account) throw notFound()
  return account
}
