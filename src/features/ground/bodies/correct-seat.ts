import type { Actor, SeatRole } from '../../../access/actor.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { Conflict, refuseAll } from '../../../kernel/refusal.ts'
import { appointedSeat, appointmentFacts } from './give-seat.ts'
import { correctSeatFaults } from './seat-rules.ts'

/**
 * Corrects how an appointment was entered: its role, its first day, where it was made. Who sits in the seat is not
 * corrected: that is another's seat.
 * @throws Conflict with what stands when somebody else saved first
 */
export const correctSeat = (
  actor: Actor,
  input: {
    body: string
    seatId: number
    version: number
    role: SeatRole
    from: Day
    appointedNote: string
    reason: string
  },
): Promise<void> =>
  write(actor, async tx => {
    const { body, seat } = await appointedSeat(tx, actor, input)
    const before = { role: seat.role, from: seat.from, appointedNote: seat.appointedNote ?? '' }
    if (seat.version !== input.version) throw new Conflict(before, seat.version)
    const { role, from, appointedNote, reason } = input
    const draft = {
      ...{ role, from, appointedNote },
      to: dayInRow(seat.to),
      substituteForId: role === 'SUBSTITUTE' ? seat.substituteForId : null,
    }
    const person = { ...seat.person, organisation: seat.organisation }
    const { seats, ...facts } = await appointmentFacts(tx, body, person, seat)
    const others = { ...facts, seats: seats.filter(({ id }) => id !== seat.id) }
    const attended = await tx.attendance.findFirst({
      where: { seatId: seat.id },
      orderBy: { meeting: { day: 'asc' } },
      include: { meeting: true },
    })
    const met = attended ? { role: seat.role, on: dayInRow(attended.meeting.day) } : null
    refuseAll(correctSeatFaults(others, draft, met))
    await tx.seat.update({
      where: { id: seat.id },
      data: {
        ...{ role, from, substituteForId: draft.substituteForId },
        appointedNote: appointedNote || null,
        version: { increment: 1 },
      },
    })
    const after = { role, from, appointedNote, body: body.name, person: seat.person.name, reason }
    return { result: undefined, events: [event('seatCorrected', 'seat', seat.id, { before, after })] }
  })
