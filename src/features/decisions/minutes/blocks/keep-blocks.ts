import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { event } from '../../../../database/events.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { compareDanish } from '../../../../kernel/text.ts'

export interface BlockDraft {
  title: string
  text: string
}

/** Words that minutes need again and again: both secretariats keep them together, since both minute the joint group. */
export const addBlock = (actor: Actor, draft: BlockDraft): Promise<{ id: number }> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    await refuseTitleTaken(tx, draft.title, null)
    const { title, text } = draft
    const made = await tx.textBlock.create({ data: { title, text, byId: personIdOf(actor), at: actor.at } })
    return { result: { id: made.id }, events: [event('textBlockAdded', 'textBlock', made.id, { after: draft })] }
  })

/** @throws Conflict with the block as it stands when somebody else saved first */
export const editBlock = (actor: Actor, input: BlockDraft & { id: number; version: number }): Promise<void> =>
  write(actor, async tx => {
    const block = await findBlock(tx, actor, input.id)
    const [before, after] = [
      { title: block.title, text: block.text },
      { title: input.title, text: input.text },
    ]
    await refuseTitleTaken(tx, input.title, block.id)
    const { count } = await tx.textBlock.updateMany({
      where: { id: block.id, version: input.version },
      data: { ...after, byId: personIdOf(actor), at: actor.at, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(before, block.version)
    return { result: undefined, events: [event('textBlockEdited', 'textBlock', block.id, { before, after })] }
  })

/** It is offered no more; what it was used for stays as it is. */
export const removeBlock = (actor: Actor, input: { id: number }): Promise<{ title: string }> =>
  write(actor, async tx => {
    const { id, title } = await findBlock(tx, actor, input.id)
    await tx.textBlock.update({ where: { id }, data: { removedAt: actor.at, version: { increment: 1 } } })
    return { result: { title }, events: [event('textBlockRemoved', 'textBlock', id, { before: { title } })] }
  })

async function findBlock(tx: Tx, actor: Actor, id: number) {
  requireRight(actor, 'manageOwnSide')
  const block = await tx.textBlock.findUnique({ where: { id } })
  if (!block || block.removedAt) throw notFound('Tekstblokken findes ikke.')
  return block
}

/** A block is chosen by its title. */
async function refuseTitleTaken(tx: Tx, title: string, self: number | null): Promise<void> {
  const other = await tx.textBlock.findFirst({
    where: { title, removedAt: null, ...(self ? { NOT: { id: self } } : {}) },
  })
  if (other) throw brokenRule('Der er allerede en tekstblok med den titel. Vælg en anden.', 'title')
}

const blockRow = rowsOf({ id: column.number, title: column.text, text: column.text, version: column.number })

/** Those that are offered, by their titles: a secretariat has some dozens. */
export const readBlocks = (db: Database): RowOf<typeof blockRow>[] =>
  db.sql
    .all(blockRow, 'SELECT id, title, text, version FROM TextBlock WHERE removedAt IS NULL ORDER BY id')
    .sort((one, other) => compareDanish(one.title, other.title))
