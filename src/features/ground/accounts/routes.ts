import { personIdOf } from '../../../access/actor.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import { choosePasswordPath } from '../../../http/paths.ts'
import type { Context, Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { correctAddress } from './correct-address.ts'
import {
  accountParams,
  addressForm,
  choosePasswordForm,
  disableForm,
  emptyForm,
  listQuery,
  logQuery,
  newAccountForm,
  passwordForm,
} from './forms.ts'
import {
  changePassword,
  choosePassword,
  createAccount,
  disableAccount,
  enableAccount,
  handOverCode,
} from './manage-account.ts'
import {
  accountsPage,
  addressPage,
  choosePasswordPage,
  codePage,
  myAccountPage,
  newAccountPage,
  oneAccountPage,
} from './pages.ts'
import { accountPath } from './paths.ts'
import { personRoutes } from './person-routes.ts'
import { type AccountFull, accountById } from './queries.ts'
import { securityLogPage } from './record-pages.ts'

export function accountRoutes(route: Routes): void {
  // Before an account’s own page: »personer« is no number.
  personRoutes(route)

  route.get('/min-konto', { right: 'signedIn', queries: 5 }, ({ actor }) => page('accounts/mine', myAccountPage(actor)))

  route.post(
    '/min-konto/adgangskode',
    {
      right: 'signedIn',
      form: passwordForm,
      onInvalid: ({ actor }, form) => page('accounts/mine', myAccountPage(actor, form)),
    },
    async ({ actor, form, signOutElsewhere }) => {
      await changePassword(actor, form)
      signOutElsewhere(personIdOf(actor))
      return redirect('/min-konto', 'Din adgangskode er skiftet.')
    },
  )

  const choosing = { right: 'signedIn', whileChoosing: true } as const
  route.get(choosePasswordPath, { ...choosing, queries: 1 }, ({ actor }) =>
    actor.mustChoosePassword ? page('accounts/choose', choosePasswordPage(actor)) : redirect('/min-konto'),
  )

  route.post(
    choosePasswordPath,
    {
      ...choosing,
      form: choosePasswordForm,
      onInvalid: ({ actor }, form) => page('accounts/choose', choosePasswordPage(actor, form)),
    },
    async ({ actor, form, signOutElsewhere }) => {
      await choosePassword(actor, form)
      signOutElsewhere(personIdOf(actor))
      return redirect('/', 'Du har valgt din egen adgangskode. Brug den fra nu af.')
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
      const { id, ...handed } = await createAccount(actor, form)
      return page('accounts/code', codePage(known(db, id), handed, 'Kontoen er oprettet'), { done: true })
    },
  )

  route.get('/konti/log', { right: 'administer', query: logQuery, queries: 1 }, ({ actor, query }) =>
    page('accounts/log', securityLogPage(actor, query.efter)),
  )

  route.get('/konti/:account', { right: 'administer', params: accountParams, queries: 5 }, ({ actor, db, params }) =>
    page('accounts/show', oneAccountPage(actor, known(db, params.account))),
  )

  route.get('/konti/:account/ret', { right: 'administer', params: accountParams, queries: 1 }, ({ db, params }) =>
    page('layout/form-page', addressPage(known(db, params.account))),
  )
  route.post(
    '/konti/:account/ret',
    {
      right: 'administer',
      params: accountParams,
      form: addressForm,
      onInvalid: ({ db, params }, form) => page('layout/form-page', addressPage(known(db, params.account), form)),
    },
    async ({ actor, params, form }) => {
      await correctAddress(actor, { ...form, id: params.account })
      return redirect(accountPath(params.account), 'Adressen er rettet.')
    },
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
      return redirect(accountPath(params.account), 'Kontoen er lukket.')
    },
  )

  route.post(
    '/konti/:account/genaabn',
    { right: 'administer', params: accountParams, form: emptyForm },
    async ({ actor, params }) => {
      await enableAccount(actor, params.account)
      return redirect(accountPath(params.account), 'Kontoen er åbnet igen.')
    },
  )

  route.post(
    '/konti/:account/adgangskode',
    { right: 'administer', params: accountParams, form: emptyForm },
    async ({ actor, db, params, signOutElsewhere }) => {
      const { personId, ...handed } = await handOverCode(actor, params.account)
      signOutElsewhere(personId)
      return page('accounts/code', codePage(known(db, params.account), handed, 'Ny engangskode'), { done: true })
    },
  )
}

function known(db: Context<undefined, undefined>['db'], id: number): AccountFull {
  const account = accountById(db, id)
  if (!account) throw notFound()
  return account
}
