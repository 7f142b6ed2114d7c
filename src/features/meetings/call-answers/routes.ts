import { z } from 'zod'
import { emptyForm, id } from '../../../http/forms/fields.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { agendaSubject, foundMeeting } from '../meetings/index.ts'
import { acceptCall } from './accept-call.ts'
import { answersPage } from './answers-page.ts'
import { callAnswersPath } from './paths.ts'

const onCalled = { right: 'readClosed', params: z.object({ meeting: id }), on: agendaSubject } as const

/** Whether one comes. Apologies, and who comes instead, are the session's own page. */
export function callAnswerRoutes(route: Routes): void {
  route.get('/moeder/:meeting/svar', { ...onCalled, queries: 8 }, async ({ actor, db, params }) =>
    page('call-answers/answers', await answersPage(actor, foundMeeting(db, params.meeting))),
  )

  route.post(
    '/moeder/:meeting/svar',
    {
      ...onCalled,
      form: emptyForm,
      onInvalid: async ({ actor, db, params }) =>
        page('call-answers/answers', await answersPage(actor, foundMeeting(db, params.meeting))),
    },
    async ({ actor, params }) => {
      await acceptCall(actor, { meetingId: params.meeting })
      return redirect(callAnswersPath(params.meeting), 'Dit svar er gemt: Du deltager.')
    },
  )
}
