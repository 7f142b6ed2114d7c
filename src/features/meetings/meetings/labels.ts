import { clockTime, type Day, longDay, weekdayOf } from '../../../kernel/days.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import type { MeetingRow } from './agenda/load-agenda.ts'
import { isWritten } from './meeting/written-procedure.ts'
import { meetingPath, meetingsPath } from './paths.ts'

export const formLabels: Record<MeetingRow['form'], string> = {
  ORDINARY: 'Ordinært møde',
  EXTRAORDINARY: 'Ekstraordinært møde',
  WRITTEN: 'Skriftlig behandling',
}

export { seatRoleNames as roleLabels } from '../../ground/parties/index.ts'
export { itemKindLabels as kindLabels } from '../cases/index.ts'

export const attendanceLabels: Record<string, string> = {
  PRESENT: 'Til stede',
  APOLOGIES: 'Afbud',
  ABSENT: 'Fraværende uden afbud',
}

const answerLabels: Record<string, string> = {
  PRESENT: 'Har svaret',
  APOLOGIES: 'Deltager ikke',
  ABSENT: 'Har ikke svaret',
}

/** The same as it is said of a written procedure. */
export const attendanceLabelsOf = (meeting: { form: string }): Record<string, string> =>
  isWritten(meeting) ? answerLabels : attendanceLabels

/** »Torsdag den 26. november 2026, kl. 14.30–16.30«; of a written procedure »Svarfrist torsdag den …«. */
export const whenText = (meeting: { form: string; day: Day; startsAt: string; endsAt: string }): string => {
  const weekday = weekdayOf(meeting.day)
  if (isWritten(meeting)) return `Svarfrist: ${weekday} den ${longDay(meeting.day)}`
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} den ${longDay(meeting.day)}, ${spanText(meeting.startsAt, meeting.endsAt)}`
}

/** »til møde i fælles boligstrategisk gruppe«: after »Dagsorden«, »Tillæg 1«. */
export const toMeetingIn = (meeting: { form: string; bodyName: string }): string =>
  `til ${isWritten(meeting) ? 'skriftlig behandling' : 'møde'} i ${bodyInSentence(meeting.bodyName)}`

/** »kl. 14.30–16.30«. */
export const spanText = (from: string, to: string): string => `${clockTime(from)}–${clockTime(to).slice(4)}`

export const meetingTitle = (meeting: { bodyName: string; day: Day }): string =>
  `${meeting.bodyName}, ${longDay(meeting.day)}`

export const meetingCrumbs = (
  meeting: { id: number; bodyName: string; day: Day },
  ...after: { text: string; href?: string }[]
) => {
  const own = { text: meetingTitle(meeting) }
  return [
    { text: 'Møder', href: meetingsPath },
    after.length > 0 ? { ...own, href: meetingPath(meeting.id) } : own,
    ...after,
  ]
}
