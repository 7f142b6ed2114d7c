import type { Actor, SeatRole, Side } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'

const seatHolder = rowsOf({
  seatId: column.number,
  personId: column.number,
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<SeatRole>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<Side>()),
})
export type SeatHolder = RowOf<typeof seatHolder>

/**
 * Whom a meeting of the body calls: who has a seat on its day, each person once with the weightiest role. A substitute
 * is called from the start only when the seat stood in for is empty that day.
 */
export async function seatHolders(read: RowReader, bodyId: number, on: Day): Promise<SeatHolder[]> {
  const rows = await read(
    seatHolder,
    `SELECT s.id AS seatId, s.personId, p.name, p.title, s.role, o.name AS organisation, o.side
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Organisation o ON o.id = s.organisationId
     LEFT JOIN Seat f ON f.id = s.substituteForId
     WHERE s.bodyId = ? AND ${isOnSql('s')}
       AND (s.role <> 'SUBSTITUTE' OR (f.id IS NOT NULL AND f."to" IS NOT NULL AND f."to" < ?))
     ORDER BY CASE s.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 WHEN 'MEMBER' THEN 3 WHEN 'SUBSTITUTE' THEN 4 ELSE 5 END,
              o.position, p.name`,
    bodyId,
    on,
    on,
    on,
  )
  const seen = new Set<number>()
  return rows.filter(row => !seen.has(row.personId) && seen.add(row.personId))
}

/**
 * Attendance rows for everyone with a seat on the meeting's day who has none yet, with name, title and role as they are
 * now. Asked at the call, at a supplement, when a seat changes hands and when the meeting opens.
 */
export async function callSeatHolders(
  tx: Tx,
  meeting: { id: number; bodyId: number; day: Day },
): Promise<{ holders: SeatHolder[]; called: SeatHolder[] }> {
  const holders = await seatHolders(rowReaderIn(tx), meeting.bodyId, meeting.day)
  const there = await tx.attendance.findMany({ where: { meetingId: meeting.id }, select: { personId: true } })
  const known = new Set(there.map(row => row.personId))
  const called = holders.filter(holder => !known.has(holder.personId))
  for (const holder of called) await tx.attendance.create({ data: { meetingId: meeting.id, ...holder } })
  return { holders, called }
}

/**
 * A seat changed hands after the call: its holder on the day is called at once to every meeting of the body that has
 * been called and not been held. Who was called before stays on the list, and is marked there.
 */
export async function callNewHolders(tx: Tx, actor: Actor, bodyId: number): Promise<NewEvent[]> {
  const meetings = await tx.meeting.findMany({
    where: { bodyId, OR: [{ state: 'CALLED', day: { gte: actor.today } }, { state: 'IN_SESSION' }] },
    select: { id: true, bodyId: true, day: true },
  })
  const events: NewEvent[] = []
  for (const meeting of meetings) {
    const { called } = await callSeatHolders(tx, { ...meeting, day: dayInRow(meeting.day) })
    const people = called.map(({ name }) => name)
    if (people.length > 0) events.push(event('seatHoldersCalled', 'meeting', meeting.id, { after: { people } }))
  }
  return events
}
