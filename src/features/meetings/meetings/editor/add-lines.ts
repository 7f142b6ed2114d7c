import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { plural } from '../../../../kernel/text.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { placeItem } from '../items/edit-items.ts'
import { columnsOf, type ItemDraft } from '../items/item-draft.ts'

export interface AddedLines {
  count: number
  notice: string | null
}

/** Puts several items on the agenda at once, in the order in which they were typed: all of them or none. */
export const addLines = (
  actor: Actor,
  { meetingId, drafts }: { meetingId: number; drafts: readonly ItemDraft[] },
): Promise<AddedLines> =>
  write(actor, async tx => {
    const meeting = await openAgenda(tx, actor, meetingId)
    const events: NewEvent[] = []
    for (const draft of drafts) {
      const { id, position } = await placeItem(tx, actor, meeting, draft)
      const after = { meeting: meeting.number, position, ...columnsOf(draft) }
      events.push(event('itemAdded', 'item', id, { after }))
    }
    if (events.length === 0) return { result: { count: 0, notice: null }, events }
    const change = await markChanged(tx, actor, meeting, `${plural(events.length, 'punkt', 'punkter')} er tilføjet`)
    return { result: { count: events.length, notice: change.notice }, events: [...events, ...change.events] }
  })
