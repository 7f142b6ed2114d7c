import { type Actor, personIdOf } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { event } from '../../../../database/events.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { refuseWithheld } from '../../../meetings/meetings/index.ts'
import { loadTreatedItem, openForMinutes } from '../session/session-facts.ts'

/** The meeting takes an item up: the one before it ends there, and its time is told beside what was planned. */
export const beginItem = (actor: Actor, input: { itemId: number }): Promise<void> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    const meeting = await openForMinutes(tx, actor, item.meetingId, state => state === 'IN_SESSION')
    await refuseWithheld(tx, actor, item.id)
    const running = await tx.itemSpell.findFirst({ where: { itemId: item.id, endedAt: null } })
    if (running) return { result: undefined, events: [] }
    await endSpells(tx, actor.at, meeting.id)
    await tx.itemSpell.create({ data: { itemId: item.id, beganAt: actor.at, byId: personIdOf(actor) } })
    return { result: undefined, events: [event('itemBegun', 'item', item.id)] }
  })

/** With the meeting ends the item that it was at. */
export const endSpells = async (tx: Tx, at: Instant, meetingId: number): Promise<void> => {
  await tx.itemSpell.updateMany({ where: { item: { meetingId }, endedAt: null }, data: { endedAt: at } })
}

const spellRow = rowsOf({ itemId: column.number, beganAt: column.moment, endedAt: column.orNull(column.moment) })
export type Spell = RowOf<typeof spellRow>

/** All of a meeting's, the first first, in one statement. */
export const readSpells = (db: Database, meetingId: number): Spell[] =>
  db.sql.all(
    spellRow,
    `SELECT s.itemId, s.beganAt, s.endedAt FROM AgendaItem i CROSS JOIN ItemSpell s ON s.itemId = i.id
     WHERE i.meetingId = ? ORDER BY s.id`,
    meetingId,
  )
