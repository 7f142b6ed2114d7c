import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { attendanceIsOpen, openForMinutes, voidMinutes } from './session-facts.ts'

export interface GuestInput {
  meetingId: number
  /** The item that the guest takes part in; null: the whole meeting. */
  itemId: number | null
  name: string
  organisation: string
}

/** R45: a guest takes part without vote, is minuted, and is given no material. */
export const admitGuest = (actor: Actor, input: GuestInput): Promise<{ id: number; notice: string | null }> =>
  write(actor, async tx => {
    const meeting = await openForMinutes(tx, actor, input.meetingId, attendanceIsOpen)
    if (input.itemId !== null) {
      const item = await tx.agendaItem.findUnique({ where: { id: input.itemId } })
      if (!item || item.meetingId !== meeting.id || item.removedAt) throw notFound('Punktet findes ikke.')
    }
    const { name, organisation, itemId } = input
    const guest = await tx.guest.create({ data: { meetingId: meeting.id, itemId, name, organisation } })
    return {
      result: { id: guest.id, notice: await voidMinutes(tx, actor, meeting, 'gæsterne er ændret') },
      events: [event('guestAdmitted', 'meeting', meeting.id, { after: { name, organisation, itemId } })],
    }
  })

/** A guest who was entered by mistake. The event keeps who it was. */
export const removeGuest = (
  actor: Actor,
  input: { meetingId: number; guestId: number },
): Promise<{ notice: string | null }> =>
  write(actor, async tx => {
    const meeting = await openForMinutes(tx, actor, input.meetingId, attendanceIsOpen)
    const guest = await tx.guest.findUnique({ where: { id: input.guestId } })
    if (!guest || guest.meetingId !== meeting.id) throw notFound()
    await tx.guest.delete({ where: { id: guest.id } })
    const { name, organisation, itemId } = guest
    return {
      result: { notice: await voidMinutes(tx, actor, meeting, 'gæsterne er ændret') },
      events: [event('guestRemoved', 'meeting', meeting.id, { before: { name, organisation, itemId } })],
    }
  })
