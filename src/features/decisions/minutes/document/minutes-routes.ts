import type { Actor } from '../../../../access/actor.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Answer, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { longDay } from '../../../../kernel/days.ts'
import { editionOf, editionQuery, meetingSubject } from '../../../meetings/meetings/index.ts'
import {
  answerForm,
  approvalForm,
  correctionForm,
  meetingAddress,
  objectionAddress,
  objectionForm,
  signOffForm,
  versionAddress,
} from '../forms.ts'
import { minutesPath } from '../paths.ts'
import { approveMinutes } from './approve-minutes.ts'
import { correctMinutes } from './correct-minutes.ts'
import { answerPage, correctionPage, objectionPage } from './minutes-form-pages.ts'
import { minutesPage, minutesVersionPage } from './minutes-page.ts'
import { answerObjection, objectToMinutes } from './object-to-minutes.ts'
import { sendMinutes } from './send-minutes.ts'
import { signOffMinutes, withdrawMinutesSignOff } from './sign-off-minutes.ts'

const again = async (
  { actor, params }: { actor: Actor; params: { meeting: number } },
  form: FormState,
): Promise<Answer> => page('minutes/minutes', await minutesPage(actor, params.meeting, form))

export function minutesDocumentRoutes(route: Routes): void {
  const address = '/moeder/:meeting/referat'
  const on = meetingSubject
  const params = meetingAddress

  route.get(
    address,
    { right: 'readMeeting', params, query: editionQuery, queries: 29, on },
    async ({ actor, params, query }) =>
      page('minutes/minutes', await minutesPage(actor, params.meeting, formOf(), editionOf(query))),
  )

  route.get(
    `${address}/versioner/:number`,
    { right: 'readMeeting', params: versionAddress, query: editionQuery, queries: 11, on },
    async ({ actor, params, query }) =>
      page('minutes/version', await minutesVersionPage(actor, params.meeting, params.number, editionOf(query))),
  )

  route.post(
    `${address}/godkend`,
    { right: 'signOff', params, form: signOffForm, on, onInvalid: again },
    async ({ actor, params, form }) => {
      const { complete } = await signOffMinutes(actor, { meetingId: params.meeting, shownHash: form.hash })
      const rest = complete ? 'Referatet kan nu sendes til indsigelse.' : 'Det andet sekretariats godkendelse mangler.'
      return redirect(minutesPath(params.meeting), `Referatet er godkendt for dit sekretariat. ${rest}`)
    },
  )

  route.post(
    `${address}/traek-godkendelse`,
    { right: 'signOff', params, form: emptyForm, on, onInvalid: again },
    async ({ actor, params }) => {
      await withdrawMinutesSignOff(actor, { meetingId: params.meeting })
      return redirect(minutesPath(params.meeting), 'Godkendelsen er trukket tilbage.')
    },
  )

  route.post(
    `${address}/send`,
    { right: 'minute', params, form: emptyForm, on, onInvalid: again },
    async ({ actor, params }) => {
      const { objectionsUntil } = await sendMinutes(actor, { meetingId: params.meeting })
      const told = `Referatet er sendt til indsigelse. Fristen er den ${longDay(objectionsUntil)}.`
      return redirect(minutesPath(params.meeting), told)
    },
  )

  route.post(
    `${address}/godkendelse`,
    { right: 'minute', params, form: approvalForm, on, onInvalid: again },
    async ({ actor, params, form }) => {
      await approveMinutes(actor, { meetingId: params.meeting, ...form })
      return redirect(minutesPath(params.meeting), 'Referatet er godkendt og forseglet.')
    },
  )

  objectionRoutes(route, address)

  route.get(`${address}/berigtigelse`, { right: 'minute', params, queries: 15, on }, async ({ actor, params }) =>
    page('layout/form-page', await correctionPage(actor, params.meeting)),
  )

  route.post(
    `${address}/berigtigelse`,
    {
      right: 'minute',
      params,
      form: correctionForm,
      on,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await correctionPage(actor, params.meeting, form)),
    },
    async ({ actor, params, form }) => {
      await correctMinutes(actor, { meetingId: params.meeting, ...form })
      return redirect(minutesPath(params.meeting), 'Berigtigelsen er tilføjet.')
    },
  )
}

function objectionRoutes(route: Routes, address: string): void {
  const on = meetingSubject

  route.get(
    `${address}/indsigelse`,
    { right: 'objectToMinutes', params: meetingAddress, queries: 15, on },
    async ({ actor, params }) => page('layout/form-page', await objectionPage(actor, params.meeting)),
  )

  route.post(
    `${address}/indsigelse`,
    {
      right: 'objectToMinutes',
      params: meetingAddress,
      form: objectionForm,
      on,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await objectionPage(actor, params.meeting, form)),
    },
    async ({ actor, params, form }) => {
      await objectToMinutes(actor, { meetingId: params.meeting, ...form })
      return redirect(minutesPath(params.meeting), 'Din indsigelse er registreret og besvares af sekretariaterne.')
    },
  )

  route.get(
    `${address}/indsigelser/:objection`,
    { right: 'minute', params: objectionAddress, queries: 15, on },
    async ({ actor, params }) => page('layout/form-page', await answerPage(actor, params.meeting, params.objection)),
  )

  route.post(
    `${address}/indsigelser/:objection`,
    {
      right: 'minute',
      params: objectionAddress,
      form: answerForm,
      on,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await answerPage(actor, params.meeting, params.objection, form)),
    },
    async ({ actor, params, form }) => {
      const { takenBack } = await answerObjection(actor, {
        meetingId: params.meeting,
        objectionId: params.objection,
        answer: form.answer,
        upheld: form.upheld === 'yes',
      })
      const told = takenBack
        ? 'Indsigelsen er taget til følge. Referatet er taget tilbage til rettelse.'
        : 'Svaret er registreret.'
      return redirect(minutesPath(params.meeting), told)
    },
  )
}
