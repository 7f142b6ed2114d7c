import type { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Answer, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { longDay } from '../../../../kernel/days.ts'
import { editionOf, editionQuery, itemSubject, meetingSubject, told } from '../../../meetings/meetings/index.ts'
import { approveMinutes } from '../document/approve-minutes.ts'
import { correctMinutes } from '../document/correct-minutes.ts'
import { answerObjection, objectToMinutes } from '../document/object-to-minutes.ts'
import { sendMinutes } from '../document/send-minutes.ts'
import { signOffMinutes, withdrawMinutesSignOff } from '../document/sign-off-minutes.ts'
import {
  answerForm,
  approvalForm,
  changesQuery,
  correctionForm,
  itemAddress,
  meetingAddress,
  minuteForm,
  objectionAddress,
  objectionForm,
  objectionQuery,
  signOffForm,
  versionAddress,
} from '../forms.ts'
import { minutesPath } from '../paths.ts'
import { minuteItem } from '../session/minute-item.ts'
import { draftChangesPage, versionChangesPage } from './changes-page.ts'
import { answerPage, correctionPage, objectionPage } from './minutes-form-pages.ts'
import { minutesPage, minutesVersionPage } from './minutes-page.ts'

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
    { right: 'readMeeting', params, query: editionQuery, queries: 30, on },
    async ({ actor, params, query }) =>
      page('minutes/minutes', await minutesPage(actor, params.meeting, formOf(), editionOf(query))),
  )

  route.get(
    `${address}/versioner/:number`,
    { right: 'readMeeting', params: versionAddress, query: editionQuery, queries: 11, on },
    async ({ actor, params, query }) =>
      page('minutes/version', await minutesVersionPage(actor, params.meeting, params.number, editionOf(query))),
  )

  changesRoutes(route, address)
  itemRoutes(route, `${address}/punkter/:item`)

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
      const sent = `Referatet er sendt til indsigelse. Fristen er den ${longDay(objectionsUntil)}.`
      return redirect(minutesPath(params.meeting), sent)
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
      return redirect(atItem(params.meeting, form.itemPosition), 'Berigtigelsen er tilføjet.')
    },
  )
}

/** What one version changed of the one before. */
function changesRoutes(route: Routes, address: string): void {
  const common = { right: 'readMeeting', query: changesQuery, on: meetingSubject } as const
  route.get(
    `${address}/aendringer`,
    { ...common, params: meetingAddress, queries: 25 },
    async ({ actor, params, query }) => page('minutes/changes', await draftChangesPage(actor, params.meeting, query)),
  )

  route.get(
    `${address}/versioner/:number/aendringer`,
    { ...common, params: versionAddress, queries: 11 },
    async ({ actor, params, query }) =>
      page('minutes/changes', await versionChangesPage(actor, params.meeting, params.number, query)),
  )
}

/** An item of the minutes, written where it is read. */
function itemRoutes(route: Routes, address: string): void {
  const common = { right: 'minute', params: itemAddress, on: itemSubject } as const
  const shown = async ({ actor, params }: { actor: Actor; params: ItemParams }, form?: FormState) => {
    const editing = { itemId: params.item, ...(form ? { form } : {}) }
    return page('minutes/minutes', await minutesPage(actor, params.meeting, undefined, 'whole', editing))
  }
  route.get(address, { ...common, queries: 34 }, asked => shown(asked))

  route.post(address, { ...common, form: minuteForm, onInvalid: shown }, async ({ actor, params, form }) => {
    const { position, notice } = await minuteItem(actor, { itemId: params.item, ...form })
    return redirect(`${minutesPath(params.meeting)}#punkt-${position}`, told('Punktet er gemt.', notice))
  })
}

type ItemParams = z.output<typeof itemAddress>

function objectionRoutes(route: Routes, address: string): void {
  const on = meetingSubject

  route.get(
    `${address}/indsigelse`,
    { right: 'objectToMinutes', params: meetingAddress, query: objectionQuery, queries: 15, on },
    async ({ actor, params, query }) =>
      page('layout/form-page', await objectionPage(actor, params.meeting, query.punkt)),
  )

  route.post(
    `${address}/indsigelse`,
    {
      right: 'objectToMinutes',
      params: meetingAddress,
      form: objectionForm,
      on,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await objectionPage(actor, params.meeting, null, form)),
    },
    async ({ actor, params, form }) => {
      await objectToMinutes(actor, { meetingId: params.meeting, ...form })
      return redirect(
        atItem(params.meeting, form.itemPosition),
        'Din indsigelse er registreret og besvares af sekretariaterne.',
      )
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
      const { takenBack, itemPosition } = await answerObjection(actor, {
        meetingId: params.meeting,
        objectionId: params.objection,
        answer: form.answer,
        upheld: form.upheld === 'yes',
      })
      const answered = takenBack
        ? 'Indsigelsen er taget til følge. Referatet er taget tilbage til rettelse.'
        : 'Svaret er registreret.'
      return redirect(atItem(params.meeting, itemPosition), answered)
    },
  )
}

/** Back to where what was said stands. */
const atItem = (meeting: number, position: number | null): string =>
  position === null ? minutesPath(meeting) : `${minutesPath(meeting)}#punkt-${position}`
