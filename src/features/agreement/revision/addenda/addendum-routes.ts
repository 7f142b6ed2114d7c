import { z } from 'zod'
import { id, yearNumber } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { addendumPath } from '../../agreement/paths.ts'
import { addendumForm, addendumSignatureForm, declineForm, dropForm } from '../forms.ts'
import { dropAddendum, openAddendum, signAddendum } from './addendum-acts.ts'
import { addendumPage, addendumSubject } from './addendum-page.ts'
import { declineAddendum } from './decline-addendum.ts'
import { newAddendumPage } from './new-addendum-page.ts'

const year = yearNumber
const versionAddress = z.object({ year })
const addendumAddress = z.object({ year, number: id })
const address = '/aftalen/:year/tillaeg/:number'

export function addendumRoutes(route: Routes): void {
  route.get(
    '/aftalen/:year/tillaeg/nyt',
    { right: 'runRevision', params: versionAddress, queries: 2 },
    ({ actor, params }) => page('layout/form-page', newAddendumPage(actor, params.year)),
  )

  route.post(
    '/aftalen/:year/tillaeg/nyt',
    {
      right: 'runRevision',
      params: versionAddress,
      form: addendumForm,
      onInvalid: ({ actor, params }, form) => page('layout/form-page', newAddendumPage(actor, params.year, form)),
    },
    async ({ actor, form }) => {
      const made = await openAddendum(actor, form)
      return redirect(addendumPath(made.year, made.number), 'Tillægget er oprettet og klar til underskrift.')
    },
  )

  route.get(address, { right: 'signedIn', params: addendumAddress, queries: 6 }, ({ actor, params }) =>
    page('revision/addendum', addendumPage(actor, params.year, params.number)),
  )

  // Who may sign for whom depends on what the form says; the act asks.
  route.post(
    `${address}/underskriv`,
    {
      right: 'readRevision',
      params: addendumAddress,
      form: addendumSignatureForm,
      onInvalid: ({ actor, params }, form) => {
        const sign = { ...form, values: { ...form.values, password: '' } }
        return page('revision/addendum', addendumPage(actor, params.year, params.number, { sign }))
      },
    },
    async ({ actor, params, form, settings }) => {
      await signAddendum(actor, { ...params, ...form }, { demo: settings.demo })
      return redirect(addendumPath(params.year, params.number), 'Tillægget er underskrevet.')
    },
  )

  route.post(
    `${address}/afvis`,
    {
      right: 'signAgreement',
      params: addendumAddress,
      form: declineForm,
      on: ({ actor, params }) => addendumSubject(actor, params.year, params.number),
      // What was typed as the password is never sent back.
      onInvalid: ({ actor, params }, form) => {
        const decline = { ...form, values: { ...form.values, declinePassword: '' } }
        return page('revision/addendum', addendumPage(actor, params.year, params.number, { decline }))
      },
    },
    async ({ actor, params, form, settings }) => {
      const { declineReason: reason, declinePassword: password } = form
      await declineAddendum(actor, { ...params, reason, password }, { demo: settings.demo })
      return redirect(
        addendumPath(params.year, params.number),
        'Afvisningen er registreret, og tillægget får ingen virkning.',
      )
    },
  )

  route.post(
    `${address}/opgiv`,
    {
      right: 'runRevision',
      params: addendumAddress,
      form: dropForm,
      onInvalid: ({ actor, params }, drop) =>
        page('revision/addendum', addendumPage(actor, params.year, params.number, { drop })),
    },
    async ({ actor, params, form }) => {
      await dropAddendum(actor, { ...params, reason: form.reason })
      return redirect(addendumPath(params.year, params.number), 'Tillægget er annulleret.')
    },
  )
}
