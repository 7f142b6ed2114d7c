import { keepNote } from '../../src/features/meetings/reading-room/keep-note.ts'
import type { Cooperation } from '../support/builders.ts'

type Mark = (by: readonly string[], what: string) => string

/** What one notes at an item is read by nobody else, whatever they may read of the item. */
export async function markedNotes(cooperation: Cooperation, mark: Mark, itemId: number, now: string): Promise<void> {
  for (const by of ['formand', 'sekretariat.bolig'])
    await keepNote(cooperation.actor(by, now), { itemId, version: 0, note: mark([by], `note fra ${by}`) })
}
