import type { Actor } from '../../access/actor.ts'
import { event } from '../../database/events.ts'
import { write } from '../../database/write.ts'
import { moved, type Placed, reordered } from './agenda-rules.ts'
import { markChanged, openAgenda, orderedItems, renumber } from './change-agenda.ts'
import { findItem } from './edit-items.ts'

export const moveItem = (actor: Actor, input: { itemId: number; direction: 'up' | 'down' }) =>
  reorder(actor, async tx => {
    const item = await findItem(tx, input.itemId)
    return { meetingId: item.meetingId, order: items => moved(items, item.id, input.direction) }
  })

/** The whole order, as dragged: ids of the items from the first to the last. */
export const reorderAgenda = (actor: Actor, input: { meetingId: number; order: number[] }) =>
  reorder(actor, async () => ({ meetingId: input.meetingId, order: items => reordered(items, input.order) }))

interface NewOrder {
  meetingId: number
  order: (items: Placed[]) => Placed[]
}

type Ask = (tx: Parameters<Parameters<typeof write>[1]>[0]) => Promise<NewOrder>

const reorder = (actor: Actor, ask: Ask): Promise<{ meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const { meetingId, order } = await ask(tx)
    const meeting = await openAgenda(tx, actor, meetingId)
    const items = await orderedItems(tx, meeting.id)
    const wanted = order(items)
    const [before, after] = [items.map(item => item.id), wanted.map(item => item.id)]
    if (before.join() === after.join()) return { result: { meetingId, notice: null }, events: [] }
    await renumber(tx, wanted)
    const change = await markChanged(tx, actor, meeting, 'punkternes rækkefølge er ændret')
    return {
      result: { meetingId, notice: change.notice },
      events: [event('agendaReordered', 'meeting', meeting.id, { before, after }), ...change.events],
    }
  })
