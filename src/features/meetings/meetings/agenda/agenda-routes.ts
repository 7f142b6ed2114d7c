import type { Actor } from '../../../../access/actor.ts'
import { type Feature, factsOfItems } from '../../../../http/feature.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { meetingAddress, sendForm, signOffForm, versionAddress } from '../forms.ts'
import { callMeeting, sendSupplement } from '../meeting/call-meeting.ts'
import { agendaSubject, found, meetingSubject } from '../meeting/meeting-subject.ts'
import { agendaPath, meetingPath } from '../paths.ts'
import { signOffAgenda, withdrawSignOff } from '../sign-off/sign-off-agenda.ts'
import { onMeeting } from '../steps/prepared.ts'
import { agendaPage } from './agenda-page.ts'
import type { ItemView } from './agenda-view.ts'
import { editionOf, editionQuery } from './edition.ts'
import { versionPage } from './version-page.ts'

export function agendaRoutes(route: Routes, features: readonly Feature[]): void {
  route.get(
    '/moeder/:meeting/dagsorden',
    { right: 'readMeeting', params: meetingAddress, query: editionQuery, on: agendaSubject, queries: 23 },
    async ({ actor, db, params, query }) => {
      const edition = editionOf(query)
      const model = await agendaPage(actor, found(db, params.meeting), edition)
      // What is handed on is the same for everybody.
      if (edition === 'open') return page('meetings/agenda', model)
      return page('meetings/agenda', { ...model, items: withRelated(features, actor, params.meeting, model.items) })
    },
  )

  route.get(
    '/moeder/:meeting/dagsorden/versioner/:number',
    { right: 'readMeeting', params: versionAddress, query: editionQuery, on: agendaSubject, queries: 8 },
    ({ actor, db, params, query }) => {
      const model = versionPage(actor, found(db, params.meeting), params.number, editionOf(query))
      if (!model) throw notFound()
      return page('meetings/version', model)
    },
  )

  route.post(
    '/moeder/:meeting/dagsorden/godkend',
    {
      right: 'signOff',
      params: meetingAddress,
      form: signOffForm,
      on: meetingSubject,
      onInvalid: async ({ actor, db, params }, form) =>
        page('meetings/agenda', {
          ...(await agendaPage(actor, found(db, params.meeting))),
          refused: { title: 'Dagsordenen er ikke godkendt', text: messageOf(form) },
        }),
    },
    async ({ actor, params, form }) => {
      const { complete } = await signOffAgenda(actor, { meetingId: params.meeting, shownHash: form.hash })
      const told = complete ? 'Godkendelsen er gemt. Nu kan dagsordenen udsendes.' : 'Godkendelsen er gemt.'
      return redirect(`${agendaPath(params.meeting)}#godkendelse`, told)
    },
  )

  route.post(
    '/moeder/:meeting/dagsorden/traek-tilbage',
    { right: 'signOff', params: meetingAddress, form: emptyForm, on: meetingSubject },
    async ({ actor, params }) => {
      await withdrawSignOff(actor, { meetingId: params.meeting })
      return redirect(`${agendaPath(params.meeting)}#godkendelse`, 'Godkendelsen er trukket tilbage.')
    },
  )

  for (const [path, send, refusedTitle] of [
    ['udsend', callMeeting, 'Dagsordenen er ikke udsendt'],
    ['udsend-tillaeg', sendSupplement, 'Tillægget er ikke udsendt'],
  ] as const) {
    route.post(
      `/moeder/:meeting/dagsorden/${path}`,
      {
        ...onMeeting,
        form: sendForm,
        onInvalid: async ({ actor, db, params }, form) =>
          page('meetings/agenda', {
            ...(await agendaPage(actor, found(db, params.meeting))),
            refused: { title: refusedTitle, text: messageOf(form) },
          }),
      },
      async ({ actor, params, form }) => {
        const { message } = await send(actor, { meetingId: params.meeting, lateReason: form.reason })
        return redirect(meetingPath(params.meeting), message)
      },
    )
  }
}

/** What hangs on the items that the reader reads the text of. */
function withRelated(
  features: readonly Feature[],
  actor: Actor,
  meetingId: number,
  items: readonly ItemView[],
): ItemView[] {
  const factsOf = factsOfItems(features, actor, meetingId)
  return items.map(item => (item.hidden === null ? { ...item, facts: [...item.facts, ...factsOf(item.id)] } : item))
}

const messageOf = (form: { message?: string; errors: Record<string, string> }): string =>
  form.message ?? Object.values(form.errors).join(' ')
