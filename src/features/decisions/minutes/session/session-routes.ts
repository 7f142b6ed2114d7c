import type { Feature } from '../../../../http/feature.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { html, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { chairedSubject, itemSubject, meetingSubject, told } from '../../../meetings/meetings/index.ts'

import { changesRoutes } from '../changes/changes-routes.ts'
import { meetingAddress, ownStatementForm } from '../forms.ts'
import { liveRoutes } from '../live/live-routes.ts'
import { minutesPath, sessionPath } from '../paths.ts'
import { attendanceRoutes } from './attendance-routes.ts'
import { enterStatement } from './enter-statement.ts'
import { closeMeeting, openMeeting } from './open-meeting.ts'
import { sessionAgain } from './session-again.ts'
import { sessionItemRoutes } from './session-item-routes.ts'
import { livePart, sessionPage } from './session-page.ts'
import { closedText, openedText } from './session-words.ts'

export function sessionRoutes(route: Routes, features: readonly Feature[]): void {
  const address = '/moeder/:meeting/afvikling'

  route.get(
    address,
    { right: 'readWhileOpen', params: meetingAddress, queries: 31, on: meetingSubject },
    async ({ actor, params }) => page('minutes/session', await sessionPage(actor, params.meeting)),
  )

  route.get(
    `${address}/live`,
    { right: 'readWhileOpen', params: meetingAddress, queries: 31, on: meetingSubject },
    async ({ actor, params }) => html('minutes/live', await livePart(actor, params.meeting)),
  )

  route.post(
    `${address}/aabn`,
    { right: 'openMeeting', params: meetingAddress, form: emptyForm, on: chairedSubject, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      const { written } = await openMeeting(actor, { meetingId: params.meeting })
      return redirect(sessionPath(params.meeting), openedText(written))
    },
  )

  route.post(
    `${address}/luk`,
    { right: 'openMeeting', params: meetingAddress, form: emptyForm, on: chairedSubject, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      const { written } = await closeMeeting(actor, { meetingId: params.meeting })
      return redirect(minutesPath(params.meeting), closedText(written))
    },
  )

  attendanceRoutes(route, address)
  liveRoutes(route, address)
  changesRoutes(route, `${address}/dagsorden`)
  sessionItemRoutes(route, `${address}/punkter/:item`, features)

  route.post(
    `${address}/udtalelse`,
    {
      right: 'readWhileOpen',
      params: meetingAddress,
      form: ownStatementForm,
      on: meetingSubject,
      onInvalid: sessionAgain,
    },
    async ({ actor, params, form, db }) => {
      const on = itemSubject({ actor, db, params: { meeting: params.meeting, item: form.statementItem } })
      if (!on || actor.personId === null) throw notFound()
      const { notice } = await enterStatement(actor, {
        itemId: form.statementItem,
        personId: actor.personId,
        text: form.statementText,
      })
      return redirect(sessionPath(params.meeting), told('Udtalelsen er ført til referat.', notice))
    },
  )
}
