import type { Actor } from '../../../access/actor.ts'
import { bodyOf, hiddenText, type MeetingRow, sightOf } from '../meetings/index.ts'
import { sentAgenda } from './sent-agendas.ts'

/** The items of the latest sending that the person may read the text of. */
export function readableItems(actor: Actor, meeting: MeetingRow): number[] {
  const sight = sightOf(actor, bodyOf(meeting), meeting.id, null)
  const items = sentAgenda(actor.database, meeting.id)?.content.items ?? []
  return items.filter(item => hiddenText(item, sight) === null).map(({ id }) => id)
}
