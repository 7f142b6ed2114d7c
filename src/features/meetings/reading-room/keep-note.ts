import { type Actor, personIdOf } from '../../../access/actor.ts'
import { write } from '../../../database/write.ts'
import { Conflict } from '../../../kernel/refusal.ts'
import { loadReadItem } from './load-read.ts'

/**
 * A note of one's own on an item: nobody else reads it, and nobody is told. An empty one is taken off.
 * @param input.version of the note that the form was made from; 0: there was none
 * @throws Conflict when one has saved another in another window
 */
export const keepNote = (
  actor: Actor,
  input: { itemId: number; version: number; note: string },
): Promise<{ position: number }> =>
  write(actor, async tx => {
    const { position } = await loadReadItem(tx, actor, input.itemId)
    const personId = personIdOf(actor)
    const { itemId, note: text } = input
    const before = await tx.itemNote.findUnique({ where: { personId_itemId: { personId, itemId } } })
    if ((before?.version ?? 0) !== input.version)
      throw new Conflict(
        { note: before?.text ?? '' },
        before?.version ?? 0,
        'Du har gemt noten i et andet vindue, mens du skrev.',
      )
    if (before) {
      const data = { text, updatedAt: actor.at, version: { increment: 1 } }
      await tx.itemNote.update({ where: { id: before.id }, data })
    } else if (text) await tx.itemNote.create({ data: { personId, itemId, text, updatedAt: actor.at } })
    return { result: { position }, events: [] }
  })
