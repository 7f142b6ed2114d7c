import type { Actor, BodyKind, SeatRole, Side } from '../../../access/actor.ts'
import { type BodySubject, inSecretariat, requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Change, type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { periodOf } from '../../../kernel/periods.ts'
import { Conflict, forbidden, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { callNewHolders } from '../parties/index.ts'
import { type AppointmentFacts, endSeatFault, type SeatFacts, seatFaults } from './seat-rules.ts'

export interface Appointment {
  body: string
  personId: number
  role: SeatRole
  substituteForId: number | null
  from: Day
  to: Day | null
  appointedById: number
  appointedAtMeetingId: number | null
  appointedNote: string
}

/** R56: a person of a side is given a seat, with who appointed, and where. */
export const giveSeat = (actor: Actor, input: Appointment): Promise<{ id: number; person: string }> =>
  write(actor, tx => giveSeatIn(tx, actor, input))

export async function giveSeatIn(
  tx: Tx,
  actor: Actor,
  input: Appointment,
): Promise<Change<{ id: number; person: string }>> {
  const body = await bodyIn(tx, { slug: input.body })
  const person = await tx.person.findUnique({ where: { id: input.personId }, include: { organisation: true } })
  if (!person) throw notFound('Personen findes ikke.')
  const { organisation } = person
  requireAppointing(actor, body, organisation.side)
  refuseAll(seatFaults(await appointmentFacts(tx, body, person, input), input))
  const { role, substituteForId, from, to, appointedById, appointedAtMeetingId, appointedNote } = input
  const data = { role, substituteForId, from, to, appointedById, appointedAtMeetingId }
  const seat = await tx.seat.create({
    data: {
      ...data,
      bodyId: body.id,
      personId: person.id,
      organisationId: organisation.id,
      appointedNote: appointedNote || null,
    },
  })
  const after = { ...data, body: body.name, person: person.name, organisation: organisation.name, appointedNote }
  const called = await callNewHolders(tx, actor, body.id)
  return {
    result: { id: seat.id, person: person.name },
    events: [event('seatGiven', 'seat', seat.id, { after }), ...called],
  }
}

/** The seat ends with its last day and stays in the history. @throws Conflict when somebody else changed it first */
export const endSeat = (
  actor: Actor,
  input: { body: string; seatId: number; version: number; to: Day; reason: string },
) =>
  write(actor, async tx => {
    const { body, seat } = await appointedSeat(tx, actor, input)
    refuseAll([endSeatFault(seatFacts(seat), input.to)])
    const { count } = await tx.seat.updateMany({
      where: { id: seat.id, version: input.version },
      data: { to: input.to, endReason: input.reason, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict({ to: seat.to ?? '', reason: seat.endReason ?? '' }, seat.version)
    const after = { body: body.name, person: seat.person.name, to: input.to, reason: input.reason }
    const called = await callNewHolders(tx, actor, body.id)
    return {
      result: undefined,
      events: [event('seatEnded', 'seat', seat.id, { before: { to: seat.to }, after }), ...called],
    }
  })

/** A seat of the body, for whoever may give and end it. */
export async function appointedSeat(tx: Tx, actor: Actor, input: { body: string; seatId: number }) {
  const body = await bodyIn(tx, { slug: input.body })
  const seat = await tx.seat.findUnique({ where: { id: input.seatId }, include: { organisation: true, person: true } })
  if (!seat || seat.bodyId !== body.id) throw notFound()
  requireAppointing(actor, body, seat.organisation.side)
  return { body, seat }
}

/** Both sides prepare the joint group, but each appoints its own people only. */
function requireAppointing(actor: Actor, body: BodySubject, side: Side | null): void {
  requireRight(actor, 'giveSeat', { body })
  if (actor.system || side === null || appointsFor(actor, body, side)) return
  throw forbidden(
    'medarbejdere hos den part, personen hører til,',
    'Hver part udpeger kun sine egne. Personen hører til den anden part.',
  )
}

export const appointsFor = (actor: Actor, body: { kind: BodyKind }, side: Side): boolean =>
  inSecretariat(actor, side) ||
  (body.kind === 'JOINT_GROUP' &&
    actor.seats.some(seat => seat.bodyKind === 'STRATEGY_GROUP' && seat.bodySide === side))

/** What the rules ask of an appointment. */
export async function appointmentFacts(
  tx: Tx,
  body: AppointmentFacts['body'],
  person: {
    id: number
    name: string
    endedOn: string | null
    organisation: { name: string; side: Side | null; from: string; to: string | null }
  },
  by: { appointedById: number | null; appointedAtMeetingId: number | null },
): Promise<AppointmentFacts> {
  const { organisation } = person
  const seats = await tx.seat.findMany({ where: { bodyId: body.id }, include: { organisation: true } })
  return {
    body,
    person: { ...person, endedOn: dayInRow(person.endedOn) },
    organisation: { ...organisation, ...periodOf(organisation) },
    appointedBy: by.appointedById === null ? null : await bodyIn(tx, { id: by.appointedById }),
    meeting: await meetingIn(tx, by.appointedAtMeetingId),
    seats: seats.map(seatFacts),
  }
}

async function bodyIn(tx: Tx, where: { id: number } | { slug: string }) {
  const body = await tx.body.findUnique({ where })
  if (!body) throw notFound('Organet findes ikke.')
  return { ...body, ...periodOf(body) }
}

async function meetingIn(tx: Tx, id: number | null) {
  if (id === null) return null
  const meeting = await tx.meeting.findUnique({ where: { id } })
  if (!meeting) throw notFound('Mødet findes ikke.')
  return { bodyId: meeting.bodyId, day: dayInRow(meeting.day), cancelled: meeting.state === 'CANCELLED' }
}

const seatFacts = (seat: {
  id: number
  personId: number
  role: SeatRole
  from: string
  to: string | null
  organisation: { side: Side | null }
}): SeatFacts => ({
  id: seat.id,
  personId: seat.personId,
  role: seat.role,
  side: seat.organisation.side,
  ...periodOf(seat),
})
