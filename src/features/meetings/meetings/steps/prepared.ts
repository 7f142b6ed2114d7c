import { itemAddress, meetingAddress } from '../forms.ts'
import { itemSubject, meetingSubject } from '../meeting/meeting-subject.ts'

/** What the routes for those who prepare a meeting have in common. */
export const onMeeting = { right: 'prepareMeeting', params: meetingAddress, on: meetingSubject } as const
export const onItem = { right: 'prepareMeeting', params: itemAddress, on: itemSubject } as const
