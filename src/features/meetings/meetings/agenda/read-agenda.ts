import type { Actor } from '../../../../access/actor.ts'
import { prepares } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { agendaVersionText } from '../queries.ts'
import { factsFrom, type LoadedMeeting } from '../steps/meeting-facts.ts'
import { agendaIsOpen } from '../steps/meeting-states.ts'
import { type AgendaContent, type FrozenFollowUp, sealedAgenda } from './agenda-content.ts'
import { openFollowUps, openPartFollowUps, readableFollowUps, type Sendings } from './agenda-queries.ts'
import type { Sight } from './agenda-view.ts'
import type { Edition } from './edition.ts'
import { bodyOf, contentOf, type MeetingRow, readItems } from './load-agenda.ts'
import { sightFromOutside, sightOf } from './sight.ts'

/** What is read for one person's view of an agenda. */
export interface ReadAgenda {
  content: AgendaContent
  sight: Sight
  /** Those that the person may read. */
  followUps: FrozenFollowUp[]
  /** The agenda as the secretariats work on it; null for everyone else and once the meeting is open. */
  work: LoadedMeeting | null
}

/**
 * The agenda as this person may read it: the secretariats their draft, everyone else what has been sent. Of the open
 * part the secretariats too are shown what has been sent: it is made to be handed on.
 */
export async function readAgenda(
  actor: Actor,
  meeting: MeetingRow,
  sendings: Sendings,
  edition: Edition,
): Promise<ReadAgenda> {
  const db = actor.database
  const body = bodyOf(meeting)
  if (edition === 'open') {
    const content = sentContent(actor, meeting, sendings.mark.unsent)
    const followUps = openPartFollowUps(actor, body.id, shownFollowUps(db, meeting, sendings))
    return { content, sight: sightFromOutside(actor, meeting.id), followUps, work: null }
  }
  const readable = (followUps: readonly FrozenFollowUp[]) => readableFollowUps(actor, body.id, followUps)
  if (worksOn(actor, meeting)) {
    const work = await factsFrom(rowReader(db), actor.today, meeting.id)
    const sight = sightOf(actor, body, meeting.id, work.rows.items)
    return { content: work.content, sight, followUps: readable(openFollowUps(db, body.id)), work }
  }
  const content = sentContent(actor, meeting, sendings.mark.unsent)
  const followUps = readable(shownFollowUps(db, meeting, sendings))
  return { content, sight: sightOf(actor, body, meeting.id, null), followUps, work: null }
}

/** As they stand until the meeting is opened, and then as they stood. */
const shownFollowUps = (db: Database, meeting: MeetingRow, sendings: Sendings): FrozenFollowUp[] =>
  agendaIsOpen(meeting.state) ? openFollowUps(db, meeting.bodyId) : sendings.followUps

const worksOn = (actor: Actor, meeting: MeetingRow): boolean =>
  agendaIsOpen(meeting.state) && (actor.system || prepares(actor, bodyOf(meeting)))

/**
 * Whoever does not prepare the meeting reads what was sent, also while a change to it waits for its supplement, and
 * everyone what a cancelled meeting had sent.
 */
function sentContent({ database }: Actor, meeting: MeetingRow, unsent: boolean): AgendaContent {
  const sent = unsent || meeting.state === 'CANCELLED' ? agendaVersionText(database, meeting.id, null) : null
  return sent ? sealedAgenda.thaw(sent) : contentOf({ meeting, ...readItems(database, meeting.id) })
}
