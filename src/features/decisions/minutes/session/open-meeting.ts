import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { callSeatHolders, type SeatHolder } from '../../../ground/parties/index.ts'
import { isWritten, type MeetingRow, takeStep } from '../../../meetings/meetings/index.ts'
import { settleConditionsOf } from '../../decisions/index.ts'
import { endSpells } from '../changes/begin-item.ts'
import { loadTreatments, seatsOf } from './session-facts.ts'
import { whyNotClosed } from './session-rules.ts'

/**
 * The chair or vice chair opens the meeting, and is its mødeleder. From here names, titles and roles stay as they are
 * today, also when somebody is renamed or a seat changes hands later (R80).
 */
export const openMeeting = (actor: Actor, input: { meetingId: number }): Promise<{ written: boolean }> =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'OPEN')
    const { holders } = await callSeatHolders(tx, step.meeting)
    await refreshNames(tx, step.meeting, holders)
    const seats = await seatsOf(tx, step.meeting)
    await tx.attendance.updateMany({
      where: { meetingId: input.meetingId, personId: personIdOf(actor) },
      data: { status: 'PRESENT', updatedAt: actor.at, version: { increment: 1 } },
    })
    // Whoever was asked to come instead is there unless told otherwise.
    await tx.attendance.updateMany({
      where: {
        meetingId: input.meetingId,
        standsInForId: { not: null },
        status: null,
        personId: { in: [...seats.people] },
      },
      data: { status: 'PRESENT', updatedAt: actor.at, version: { increment: 1 } },
    })
    return { result: { written: isWritten(step.meeting) }, events: [step.event] }
  })

/** Everyone with the seat of the day; whoever has none any more stays as called, and is marked. */
async function refreshNames(tx: Tx, meeting: MeetingRow, holders: readonly SeatHolder[]): Promise<void> {
  const rows = await tx.attendance.findMany({ where: { meetingId: meeting.id } })
  const seats = await tx.seat.findMany({
    where: { id: { in: rows.flatMap(row => row.seatId ?? []) } },
    include: { person: true, organisation: true },
  })
  const bySeat = new Map(seats.map(seat => [seat.id, seat]))
  const byPerson = new Map(holders.map(holder => [holder.personId, holder]))
  for (const row of rows) {
    const holder = byPerson.get(row.personId)
    const seat = row.seatId === null ? undefined : bySeat.get(row.seatId)
    if (holder) await tx.attendance.update({ where: { id: row.id }, data: holder })
    else if (seat && (seat.to === null || seat.to >= meeting.day)) {
      const { person, organisation, role } = seat
      const { name, title } = person
      const data = { name, title, organisation: organisation.name, side: organisation.side, role }
      await tx.attendance.update({ where: { id: row.id }, data })
    }
  }
}

/**
 * Nothing is decided by silence: the meeting is not closed while an item has no outcome, or one that does not hold.
 * Conditions that it did not accept are settled by the closing.
 */
export const closeMeeting = (actor: Actor, input: { meetingId: number }): Promise<{ written: boolean }> =>
  write(actor, async tx => {
    const treated = await loadTreatments(tx, input.meetingId)
    const step = await takeStep(tx, actor, input.meetingId, 'CLOSE')
    refuseAll(whyNotClosed(treated))
    await endSpells(tx, actor.at, input.meetingId)
    const settled = await settleConditionsOf(tx, actor, input.meetingId)
    return { result: { written: isWritten(step.meeting) }, events: [step.event, ...settled] }
  })
