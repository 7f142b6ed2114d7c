import { personIdOf } from '../../../access/actor.ts'
import type { Feature } from '../../../http/feature.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { agendaRoutes } from './agenda/agenda-routes.ts'
import { whileOpen } from './agenda/change-agenda.ts'
import { prepareAgenda } from './agenda/prepare-agenda.ts'
import { previews } from './agenda/preview.ts'
import { editorRoutes } from './editor/editor-routes.ts'
import { editMeetingForm, listQuery, meetingAddress, newMeetingForm, previewForm, reasonForm } from './forms.ts'
import { itemRoutes } from './items/item-routes.ts'
import { cancelMeeting } from './meeting/cancel-meeting.ts'
import { cancelPage } from './meeting/cancel-page.ts'
import { meetingsPage } from './meeting/list-page.ts'
import { meetingPage } from './meeting/meeting-page.ts'
import { found, meetingSubject, told } from './meeting/meeting-subject.ts'
import { editMeeting, planMeeting } from './meeting/plan-meeting.ts'
import { editMeetingPage, newMeetingPage } from './meeting/plan-page.ts'
import { agendaEditPath, meetingPath } from './paths.ts'
import { proposalRoutes } from './proposals/proposal-routes.ts'
import { seriesRoutes } from './series/series-routes.ts'
import { onMeeting } from './steps/prepared.ts'
import { templateRoutes } from './templates/template-routes.ts'

export function meetingRoutes(route: Routes, features: readonly Feature[]): void {
  route.get('/moeder', { right: 'signedIn', query: listQuery, queries: 4 }, async ({ actor, query }) =>
    page('meetings/list', await meetingsPage(actor, query)),
  )

  route.get('/moeder/ny', { right: 'manageOwnSide', queries: 3 }, ({ actor }) =>
    page('meetings/plan', newMeetingPage(actor)),
  )

  route.post(
    '/moeder',
    {
      right: 'manageOwnSide',
      form: newMeetingForm,
      standsOn: '/moeder/ny',
      onInvalid: ({ actor }, form) => page('meetings/plan', newMeetingPage(actor, form)),
    },
    async ({ actor, form }) => {
      const { id } = await planMeeting(actor, form)
      return redirect(meetingPath(id), 'Mødet er oprettet.')
    },
  )

  route.get(
    '/moeder/:meeting',
    { right: 'readMeeting', params: meetingAddress, on: meetingSubject, queries: 25 },
    async ({ actor, db, params }) => page('meetings/show', await meetingPage(actor, found(db, params.meeting))),
  )

  route.get('/moeder/:meeting/rediger', { ...onMeeting, queries: 4 }, ({ db, params }) =>
    page('meetings/plan', editMeetingPage(db, whileOpen(found(db, params.meeting)))),
  )

  route.post(
    '/moeder/:meeting/rediger',
    {
      ...onMeeting,
      form: editMeetingForm,
      onInvalid: ({ db, params }, form) => page('meetings/plan', editMeetingPage(db, found(db, params.meeting), form)),
    },
    async ({ actor, params, form }) => {
      const { notice } = await editMeeting(actor, { meetingId: params.meeting, ...form })
      return redirect(meetingPath(params.meeting), told('Mødet er rettet.', notice))
    },
  )

  route.post('/moeder/:meeting/forbered', { ...onMeeting, form: emptyForm }, async ({ actor, params }) => {
    await prepareAgenda(actor, { meetingId: params.meeting })
    return redirect(agendaEditPath(params.meeting), 'Dagsordenen er oprettet. De faste punkter er sat på.')
  })

  route.get('/moeder/:meeting/aflys', { ...onMeeting, queries: 4 }, ({ db, params }) =>
    page('meetings/cancel', cancelPage(whileOpen(found(db, params.meeting)))),
  )

  route.post(
    '/moeder/:meeting/aflys',
    {
      ...onMeeting,
      form: reasonForm,
      onInvalid: ({ db, params }, form) => page('meetings/cancel', cancelPage(found(db, params.meeting), form)),
    },
    async ({ actor, params, form }) => {
      await cancelMeeting(actor, { meetingId: params.meeting, reason: form.reason })
      return redirect(meetingPath(params.meeting), 'Mødet er aflyst.')
    },
  )

  const preview = previews()
  route.post('/forhaandsvisning', { right: 'signedIn', form: previewForm }, ({ actor, form }) =>
    preview(personIdOf(actor), form.text),
  )

  agendaRoutes(route, features)
  editorRoutes(route)
  itemRoutes(route)
  proposalRoutes(route)
  templateRoutes(route)
  seriesRoutes(route)
}
