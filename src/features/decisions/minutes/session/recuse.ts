import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { assertDecidedStand, attendanceIsOpen, loadTreatedItem, openForMinutes, voidMinutes } from './session-facts.ts'

/**
 * A person is disqualified from one item: takes no part in it, does not count for its quorum, and is given none of a
 * closed item's material, from the moment it is entered.
 */
export const recuse = (
  actor: Actor,
  input: { itemId: number; personId: number; reason: string },
): Promise<{ id: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    const meeting = await openForMinutes(tx, actor, item.meetingId, attendanceIsOpen)
    const person = await tx.attendance.findUnique({
      where: { meetingId_personId: { meetingId: meeting.id, personId: input.personId } },
    })
    if (!person) throw brokenRule('Kun en deltager i mødet kan være inhabil.', 'personId')
    const already = await tx.recusal.count({ where: { itemId: item.id, personId: input.personId, endedAt: null } })
    if (already > 0) throw brokenRule(`${person.name} er allerede registreret som inhabil.`, 'personId')
    const { reason, personId } = input
    const recusal = await tx.recusal.create({ data: { itemId: item.id, personId, reason, at: actor.at } })
    await assertDecidedStand(tx, meeting)
    return {
      result: { id: recusal.id, notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`) },
      events: [event('personRecused', 'item', item.id, { after: { person: person.name, reason } })],
    }
  })

/** The recusal was entered by mistake. The row stays, with when it ended. */
export const endRecusal = (
  actor: Actor,
  input: { itemId: number; recusalId: number },
): Promise<{ notice: string | null }> =>
  write(actor, async tx => {
    const recusal = await tx.recusal.findUnique({ where: { id: input.recusalId } })
    if (!recusal || recusal.endedAt || recusal.itemId !== input.itemId) throw notFound()
    const item = await loadTreatedItem(tx, recusal.itemId)
    const meeting = await openForMinutes(tx, actor, item.meetingId, attendanceIsOpen)
    await tx.recusal.update({ where: { id: recusal.id }, data: { endedAt: actor.at } })
    return {
      result: { notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`) },
      events: [event('recusalEnded', 'item', item.id, { before: { personId: recusal.personId } })],
    }
  })
