import type { Actor } from '../../../../access/actor.ts'
import { preparedBodies } from '../../../../access/visibility.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { bodyInSentence, plural } from '../../../../kernel/text.ts'
import { agendaEditPath, itemProposalsPath, meetingPath } from '../paths.ts'
import { activeMeetings, seatsByBody } from './active-meetings.ts'
import { type LeftOver, leftOver, unansweredProposals } from './waiting-queries.ts'
import { waitingFor } from './waiting-rules.ts'

/** What waits with the meetings: by seat, and for those who prepare a body's agenda. */
export const meetingsWaiting: WaitingLines[] = [
  { order: 10, lines: meetingLines },
  { order: 20, lines: proposalLines },
  { order: 30, lines: actor => leftOver(actor.database, preparedBodies(actor), actor.today).map(leftOverLine) },
]

function meetingLines(actor: Actor): WaitingLine[] {
  const seatOf = seatsByBody(actor)
  return activeMeetings(actor).flatMap(meeting => waitingFor(meeting, seatOf(meeting.body), actor.today))
}

function proposalLines(actor: Actor): WaitingLine[] {
  return unansweredProposals(actor.database, preparedBodies(actor)).map(row => ({
    text: `Svar på forslaget »${row.title}« fra ${row.organisation}`,
    href: itemProposalsPath,
    by: null,
    urgent: false,
  }))
}

/** What was postponed or not reached waits for the next agenda, and is forgotten by nobody. */
const leftOverLine = ({ bodyName, items, nextMeetingId, meetingId }: LeftOver): WaitingLine => ({
  text: `Overfør ${plural(items, 'punkt', 'punkter')}, der blev udsat eller ikke nået, til en dagsorden for ${bodyInSentence(bodyName)}`,
  href: nextMeetingId === null ? meetingPath(meetingId) : agendaEditPath(nextMeetingId),
  by: null,
  urgent: false,
})
