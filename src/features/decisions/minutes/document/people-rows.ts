import type { SeatRole, Side } from '../../../../access/actor.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { seatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import type { MeetingRow } from '../../../meetings/meetings/index.ts'
import type { MinutedPerson } from './minutes-content.ts'

// Who was there, as minutes tell it.

const attendanceRow = rowsOf({
  id: column.number,
  standsInForId: column.orNull(column.number),
  personId: column.number,
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<SeatRole>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<Side>()),
  status: column.orNull(column.oneOf<NonNullable<MinutedPerson['status']>>()),
  standsInFor: column.orNull(column.text),
  arrivedAtItem: column.orNull(column.number),
  leftAfterItem: column.orNull(column.number),
})

/** A substitute who was not asked to come, and whoever was called and had no seat on the day, is no part of the meeting. */
export async function readAttendance(read: RowReader, { id, bodyId, day }: MeetingRow): Promise<MinutedPerson[]> {
  const rows = await read(
    attendanceRow,
    `SELECT a.id, a.standsInForId, a.personId, a.name, a.title, a.role, a.organisation, a.side, a.status,
            f.name AS standsInFor, a.arrivedAtItem, a.leftAfterItem
     FROM Attendance a LEFT JOIN Attendance f ON f.id = a.standsInForId
     WHERE a.meetingId = ? AND NOT (a.role = 'SUBSTITUTE' AND a.status IS NULL)
     ORDER BY a.side, CASE a.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 ELSE 3 END, a.id`,
    id,
  )
  const seats = seatsOnDay(await read(seatPeriod, seatPeriods, bodyId), day)
  return withSeats(rows, seats)
    .filter(row => row.seated || row.status !== null)
    .map(({ id: _id, standsInForId: _for, seated: _seated, fillsSeat: _fills, ...person }) => person)
}

const guestRow = rowsOf({ name: column.text, organisation: column.text, itemPosition: column.orNull(column.number) })

export const readGuests = (read: RowReader, meetingId: number) =>
  read(
    guestRow,
    `SELECT g.name, g.organisation, i.position AS itemPosition
     FROM Guest g LEFT JOIN AgendaItem i ON i.id = g.itemId WHERE g.meetingId = ? ORDER BY i.position, g.id`,
    meetingId,
  )

const takerRow = rowsOf({ name: column.text })

/** Referenter: the secretaries who wrote the minutes or settled an outcome, in the order of the agenda. */
export async function readTakers(read: RowReader, meetingId: number): Promise<string[]> {
  const rows = await read(
    takerRow,
    `SELECT coalesce(a.name, p.name) AS name
     FROM Treatment t JOIN AgendaItem i ON i.id = t.itemId JOIN Person p ON p.id = t.updatedById
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = t.updatedById
     WHERE i.meetingId = ? AND i.removedAt IS NULL GROUP BY p.id ORDER BY MIN(i.position)`,
    meetingId,
  )
  return rows.map(row => row.name)
}
