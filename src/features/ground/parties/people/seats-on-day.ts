import type { SeatRole } from '../../../../access/actor.ts'
import { column, rowsOf } from '../../../../database/rows.ts'

/** A seat as far as a day is concerned. */
export interface SeatPeriod {
  id: number
  personId: number
  role: SeatRole
  substituteForId: number | null
  from: string
  to: string | null
}

export const seatPeriod = rowsOf({
  id: column.number,
  personId: column.number,
  role: column.oneOf<SeatRole>(),
  substituteForId: column.orNull(column.number),
  from: column.day,
  to: column.orNull(column.day),
})

/** Every seat of a body; one value to bind: its id. */
export const seatPeriods = `SELECT id, personId, role, substituteForId, "from", "to" FROM Seat WHERE bodyId = ?`

export interface SeatsOnDay {
  /** Everyone with a seat in the body that day. */
  people: ReadonlySet<number>
  /** Substitutes whose member's seat is empty that day: they sit in it themselves. */
  fillEmptySeat: ReadonlySet<number>
}

const runs = (seat: SeatPeriod, on: string): boolean => seat.from <= on && (seat.to === null || seat.to >= on)

/** §7: who sits in the body on a day, whatever was so when the meeting was called. */
export function seatsOnDay(seats: readonly SeatPeriod[], on: string): SeatsOnDay {
  const running = seats.filter(seat => runs(seat, on))
  const empty = new Set(seats.filter(seat => seat.to !== null && seat.to < on).map(seat => seat.id))
  return {
    people: new Set(running.map(seat => seat.personId)),
    fillEmptySeat: new Set(
      running
        .filter(seat => seat.role === 'SUBSTITUTE' && seat.substituteForId !== null && empty.has(seat.substituteForId))
        .map(seat => seat.personId),
    ),
  }
}

interface Row {
  id: number
  personId: number
  standsInForId: number | null
}

/** Marks who of those called has no seat on the meeting's day, and so takes no part as a member. */
export function withSeats<Called extends Row>(
  rows: readonly Called[],
  seats: SeatsOnDay,
): (Called & { seated: boolean; fillsSeat: boolean })[] {
  const gone = new Set(rows.filter(row => !seats.people.has(row.personId)).map(row => row.id))
  return rows.map(row => {
    const fillsSeat = seats.fillEmptySeat.has(row.personId)
    const standsInForNobody = row.standsInForId !== null && gone.has(row.standsInForId) && !fillsSeat
    return { ...row, seated: !gone.has(row.id) && !standsInForNobody, fillsSeat }
  })
}
