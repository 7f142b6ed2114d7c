import type { Actor } from '../../access/actor.ts'
import { event } from '../../database/events.ts'
import { write } from '../../database/write.ts'
import { moved, movedTo } from './agenda-rules.ts'
import { markChanged, openAgenda, orderedItems, renumber } from './change-agenda.ts'
import { findItem } from './edit-items.ts'

/** Moves an item one place by the buttons, or to a place (1 is the first) when it was dragged there. */
export const moveItem = (
  actor: Actor,
  input: { itemId: number; to: 'up' | 'down' | number },
): Promise<{ meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await findItem(tx, actor, input.itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    const items = await orderedItems(tx, meeting.id)
    const wanted = typeof input.to === 'number' ? movedTo(items, item.id, input.to) : moved(items, item.id, input.to)
    const [before, after] = [items.map(one => one.id), wanted.map(one => one.id)]
    if (before.join() === after.join()) return { result: { meetingId: meeting.id, notice: null }, events: [] }
    await renumber(tx, wanted)
    const change = await markChanged(tx, actor, meeting, 'punkternes rækkefølge er ændret')
    return {
      result: { meetingId: meeting.id, notice: change.notice },
      events: [event('agendaReordered', 'meeting', meeting.id, { before, after }), ...change.events],
    }
  })
