import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import type { MeetingRow } from '../agenda/load-agenda.ts'
import { meetingCrumbs, meetingTitle, whenText } from '../labels.ts'
import { meetingPath } from '../paths.ts'
import { isCalled } from '../steps/meeting-states.ts'

export const cancelPage = (meeting: MeetingRow, form: FormState = formOf()) => ({
  title: `Aflys møde: ${meetingTitle(meeting)}`,
  active: 'moeder',
  crumbs: meetingCrumbs(meeting, { text: 'Aflys møde' }),
  when: whenText(meeting),
  bodyName: meeting.bodyName,
  warning: isCalled(meeting.state)
    ? 'Mødet er indkaldt. Aflysningen kan ikke fortrydes, men punkterne kan overføres til et andet møde.'
    : 'Aflysningen kan ikke fortrydes, men punkterne kan overføres til et andet møde.',
  action: `${meetingPath(meeting.id)}/aflys`,
  cancelHref: meetingPath(meeting.id),
  form,
})
