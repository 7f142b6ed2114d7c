import type { Actor, SeatRole, Side } from '../../../access/actor.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { isOnSql } from '../../../kernel/periods.ts'

const calledRow = rowsOf({
  id: column.number,
  personId: column.number,
  name: column.text,
  organisation: column.text,
  role: column.oneOf<SeatRole>(),
  side: column.orNull(column.oneOf<Side>()),
  status: column.orNull(column.oneOf<'PRESENT' | 'APOLOGIES' | 'ABSENT'>()),
  standsInForId: column.orNull(column.number),
  arrivedAtItem: column.orNull(column.number),
  leftAfterItem: column.orNull(column.number),
  updatedAt: column.orNull(column.moment),
  acceptedAt: column.orNull(column.moment),
  seated: column.flag,
})
export type CalledRow = RowOf<typeof calledRow>

/** Everyone who was called to the meeting, with what they have answered. */
export const calledTo = (db: Database, meetingId: number): CalledRow[] =>
  db.sql.all(
    calledRow,
    `SELECT a.id, a.personId, a.name, a.organisation, a.role, a.side, a.status, a.standsInForId, a.arrivedAtItem,
            a.leftAfterItem, a.updatedAt, c.at AS acceptedAt,
            EXISTS (SELECT 1 FROM Seat s WHERE s.bodyId = m.bodyId AND s.personId = a.personId
                    AND ${isOnSql('s', 'm.day')}) AS seated
     FROM Attendance a JOIN Meeting m ON m.id = a.meetingId
     LEFT JOIN CallAcceptance c ON c.meetingId = a.meetingId AND c.personId = a.personId
     WHERE a.meetingId = ? ORDER BY a.side, a.name, a.id`,
    meetingId,
  )

const unansweredRow = rowsOf({ id: column.number, day: column.day, bodyName: column.text })

/** The called meetings to come that await the person's answer, soonest first. */
export const unanswered = (actor: Actor) =>
  actor.database.sql.all(
    unansweredRow,
    `SELECT m.id, m.day, b.name AS bodyName FROM Meeting m
     CROSS JOIN Attendance a ON a.meetingId = m.id AND a.personId = ? JOIN Body b ON b.id = m.bodyId
     WHERE m.state = 'CALLED' AND m.form <> 'WRITTEN' AND m.day >= ? AND a.status IS NULL
       AND a.role <> 'SECRETARY' AND (a.role <> 'SUBSTITUTE' OR a.standsInForId IS NOT NULL)
       AND EXISTS (SELECT 1 FROM Seat s WHERE s.bodyId = m.bodyId AND s.personId = a.personId AND ${isOnSql('s', 'm.day')})
       AND NOT EXISTS (SELECT 1 FROM CallAcceptance c WHERE c.meetingId = m.id AND c.personId = a.personId)
     ORDER BY m.day, m.id`,
    actor.personId,
    actor.today,
  )
