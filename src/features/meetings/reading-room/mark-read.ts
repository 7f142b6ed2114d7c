import { type Actor, personIdOf } from '../../../access/actor.ts'
import { type Tx, write } from '../../../database/write.ts'
import { foundMeeting } from '../meetings/index.ts'
import { loadReadItem, requireSent } from './load-read.ts'
import { readableItems } from './readable-items.ts'

/**
 * The person has read the item as that sending has it. A sending that came while it was read is not taken for read.
 * Nobody else is told, so that no event is.
 */
export const markRead = (actor: Actor, input: { itemId: number; sending: number }): Promise<void> =>
  write(actor, async tx => {
    const { meetingId } = await loadReadItem(tx, actor, input.itemId)
    const latest = await requireSent(tx, actor, meetingId)
    await keepReading(tx, actor, input.itemId, Math.min(input.sending, latest))
    return { result: undefined, events: [] }
  })

/** All that the person may read of the agenda. */
export const markAllRead = (actor: Actor, input: { meetingId: number; sending: number }): Promise<void> =>
  write(actor, async tx => {
    const latest = await requireSent(tx, actor, input.meetingId)
    // Whoever writes is alone: what the reader sees is what stands.
    const items = readableItems(actor, foundMeeting(actor.database, input.meetingId))
    for (const itemId of items) await keepReading(tx, actor, itemId, Math.min(input.sending, latest))
    return { result: undefined, events: [] }
  })

/** To be read once more. */
export const markUnread = (actor: Actor, input: { itemId: number }): Promise<void> =>
  write(actor, async tx => {
    await loadReadItem(tx, actor, input.itemId)
    await tx.itemReading.deleteMany({ where: { itemId: input.itemId, personId: personIdOf(actor) } })
    return { result: undefined, events: [] }
  })

async function keepReading(tx: Tx, actor: Actor, itemId: number, versionNumber: number): Promise<void> {
  const personId = personIdOf(actor)
  const where = { personId_itemId: { personId, itemId } }
  const before = await tx.itemReading.findUnique({ where })
  if (before && before.versionNumber >= versionNumber) return
  const read = { versionNumber, at: actor.at }
  await tx.itemReading.upsert({ where, create: { personId, itemId, ...read }, update: read })
}
