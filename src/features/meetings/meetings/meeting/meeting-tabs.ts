import type { Actor } from '../../../../access/actor.ts'
import { hasBegun, isCalled, minutesAreOut } from '../../../../access/meeting-states.ts'
import { prepares, readsClosedOf } from '../../../../access/policy.ts'
import { minutesPath, sessionPath } from '../../../decisions/minutes/paths.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { agendaPath, meetingPath } from '../paths.ts'

export type MeetingPageName = 'meeting' | 'agenda' | 'session' | 'minutes'

/**
 * The ways between a meeting's pages, by the same four words everywhere: those that this person may open as the meeting
 * stands, the one that is shown among them.
 * @param current null: a page beside them
 * @param readsAgenda where more is known than the meeting's state tells: an agenda that was sent is read also while its
 * supplement is prepared
 */
export function meetingTabs(
  actor: Actor,
  meeting: MeetingRow,
  current: MeetingPageName | null,
  readsAgenda = isCalled(meeting.state) || prepares(actor, bodyOf(meeting)),
) {
  const { id, state } = meeting
  const inside = readsClosedOf(actor, bodyOf(meeting))
  const open: Record<MeetingPageName, boolean> = {
    meeting: true,
    agenda: readsAgenda && state !== 'PLANNED',
    session: inside && hasBegun(state),
    minutes: hasBegun(state) && (inside || minutesAreOut(state)),
  }
  return pages
    .filter(({ name }) => open[name] || name === current)
    .map(({ name, text, path }) => ({ text, href: path(id), current: name === current }))
}

const pages: { name: MeetingPageName; text: string; path: (meeting: number) => string }[] = [
  { name: 'meeting', text: 'Møde', path: meetingPath },
  { name: 'agenda', text: 'Dagsorden', path: agendaPath },
  { name: 'session', text: 'Afvikling', path: sessionPath },
  { name: 'minutes', text: 'Referat', path: minutesPath },
]
