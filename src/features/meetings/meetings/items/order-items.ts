import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { moved, movedTo } from '../agenda/agenda-rules.ts'
import { markChanged, openAgenda, orderedItems, renumber } from '../agenda/change-agenda.ts'
import { sentNumbersIn } from '../agenda/sent-numbers.ts'
import { findItem } from './edit-items.ts'

/**
 * Moves an item one place by the buttons, or to another item's number when it was dragged there. What was sent keeps
 * its number: on an agenda that was sent only the items that came since are moved, among each other.
 */
export const moveItem = (
  actor: Actor,
  input: { itemId: number; to: 'up' | 'down' | number },
): Promise<{ meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await findItem(tx, actor, input.itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    const sent = new Set((await sentNumbersIn(rowReaderIn(tx), meeting.id)).map(({ id }) => id))
    if (sent.has(item.id)) throw brokenRule(staysWhereSent(item.position))
    const items = (await orderedItems(tx, meeting.id)).filter(({ id }) => !sent.has(id))
    const wanted =
      typeof input.to === 'number' ? movedTo(items, item.id, placeOf(items, input.to)) : moved(items, item.id, input.to)
    const [before, after] = [items.map(one => one.id), wanted.map(one => one.id)]
    if (before.join() === after.join()) return { result: { meetingId: meeting.id, notice: null }, events: [] }
    await renumber(tx, meeting.id, [
      ...(await orderedItems(tx, meeting.id)).filter(({ id }) => sent.has(id)),
      ...wanted,
    ])
    const change = await markChanged(tx, actor, meeting, 'punkternes rækkefølge er ændret')
    return {
      result: { meetingId: meeting.id, notice: change.notice },
      events: [event('agendaReordered', 'meeting', meeting.id, { before, after }), ...change.events],
    }
  })

export const staysWhereSent = (number: number): string =>
  `Punkt ${number} er udsendt med det nummer og beholder sin plads. Mødet kan selv vælge at behandle punkterne i en anden rækkefølge.`

/** The place, 1 being the first, of the item that bears the number. */
const placeOf = (items: readonly { position: number }[], number: number): number => {
  const index = items.findIndex(({ position }) => position >= number)
  return index === -1 ? items.length : index + 1
}
