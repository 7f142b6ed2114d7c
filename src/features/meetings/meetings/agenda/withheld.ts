import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { readIn } from '../../../../database/reader.ts'
import { foundRow } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import { notFound } from '../../../../kernel/refusal.ts'

/**
 * A closed item does not exist for whoever may not read it, the recused above all, also to write in.
 * @throws Refusal notFound
 */
export async function refuseWithheld(tx: Tx, actor: Actor, itemId: number): Promise<void> {
  const found = await readIn(
    tx,
    foundRow,
    `SELECT 1 AS found FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.id = ? AND ${viewOf(actor).itemTexts('m', 'i', 't')}`,
    itemId,
  )
  if (found.length === 0) throw notFound('Punktet findes ikke.')
}
