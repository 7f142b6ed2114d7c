import { type FormState, formOf } from '../../http/forms.ts'
import { meetingCrumbs, meetingPath, meetingTitle, whenText } from './labels.ts'
import type { MeetingRow } from './load-agenda.ts'
import { isCalled } from './meeting-states.ts'

export const cancelPage = (meeting: MeetingRow, form: FormState = formOf()) => ({
  title: `Aflys møde: ${meetingTitle(meeting)}`,
  active: 'moeder',
  crumbs: meetingCrumbs(meeting, { text: 'Aflys møde' }),
  when: whenText(meeting),
  bodyName: meeting.bodyName,
  warning: isCalled(meeting.state)
    ? 'Er du sikker på, at du vil aflyse mødet? Mødet er indkaldt.'
    : 'Er du sikker på, at du vil aflyse mødet?',
  action: `${meetingPath(meeting.id)}/aflys`,
  cancelHref: meetingPath(meeting.id),
  form,
})
