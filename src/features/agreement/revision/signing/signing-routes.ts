import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { declineForm, organisationAddress, signatureForm } from '../forms.ts'
import { roundPath } from '../paths.ts'
import { releaseSignatory } from './open-signing.ts'
import { declineToSign, signAgreement } from './sign-agreement.ts'
import { signingPage, signingSubject } from './signing-page.ts'

const address = '/aftalen/revision/:year/underskriv/:organisation'

export function signingRoutes(route: Routes): void {
  route.get(
    address,
    {
      right: 'signAgreement',
      params: organisationAddress,
      queries: 30,
      on: ({ actor, params }) => signingSubject(actor, params.organisation),
    },
    async ({ actor, params }) => page('revision/sign', await signingPage(actor, params.year, params.organisation)),
  )

  route.post(
    address,
    {
      right: 'signAgreement',
      params: organisationAddress,
      form: signatureForm,
      on: ({ actor, params }) => signingSubject(actor, params.organisation),
      // What was typed as the password is never sent back.
      onInvalid: async ({ actor, params }, form) => {
        const sign = { ...form, values: { ...form.values, password: '' } }
        return page('revision/sign', await signingPage(actor, params.year, params.organisation, { sign }))
      },
    },
    async ({ actor, params, form, settings }) => {
      const subject = signingSubject(actor, params.organisation)
      if (!subject) throw notFound()
      if (!form.read) throw brokenRule('Bekræft, at du har læst teksten.', 'read')
      const { complete } = await signAgreement(
        actor,
        {
          year: params.year,
          organisationId: subject.organisation.id,
          hash: form.hash,
          password: form.password,
          onBehalfOf: form.onBehalfOf,
        },
        { demo: settings.demo },
      )
      return redirect(
        roundPath(params.year),
        complete
          ? 'Aftalen er underskrevet af alle, og den nye version er gemt i portalen.'
          : 'Aftalen er underskrevet.',
      )
    },
  )

  route.post(
    `${address}/afvis`,
    {
      right: 'signAgreement',
      params: organisationAddress,
      form: declineForm,
      on: ({ actor, params }) => signingSubject(actor, params.organisation),
      onInvalid: async ({ actor, params }, typed) => {
        const decline = { ...typed, values: { ...typed.values, declinePassword: '' } }
        return page('revision/sign', await signingPage(actor, params.year, params.organisation, { decline }))
      },
    },
    async ({ actor, params, form, settings }) => {
      const subject = signingSubject(actor, params.organisation)
      if (!subject) throw notFound()
      const declined = {
        year: params.year,
        organisationId: subject.organisation.id,
        reason: form.declineReason,
        password: form.declinePassword,
      }
      await declineToSign(actor, declined, { demo: settings.demo })
      return redirect(roundPath(params.year), 'Afvisningen er registreret, og revisionen er stoppet.')
    },
  )

  route.post(
    `${address}/fritag`,
    { right: 'runRevision', params: organisationAddress, form: emptyForm, standsOn: '/aftalen/revision/:year' },
    async ({ actor, params }) => {
      const subject = signingSubject(actor, params.organisation)
      if (!subject) throw notFound()
      await releaseSignatory(actor, { year: params.year, organisationId: subject.organisation.id })
      return redirect(roundPath(params.year), 'Organisationen er fritaget for at underskrive.')
    },
  )
}
