import type { Side } from '../../../../access/actor.ts'
import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import type { MeetingRow } from '../../../meetings/meetings/index.ts'

const substituteRow = rowsOf({
  seatId: column.number,
  personId: column.number,
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<'SUBSTITUTE'>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<Side>()),
  substituteForId: column.orNull(column.number),
})
export type StandIn = Omit<RowOf<typeof substituteRow>, 'substituteForId'>

interface AwayMember {
  seatId: number | null
  side: Side | null
}

/** Substitutes with a seat on the meeting's day, and for which seat (null: for anyone of their side). */
export const substitutesOf = (read: RowReader, meeting: Pick<MeetingRow, 'bodyId' | 'day'>) =>
  read(
    substituteRow,
    `SELECT s.id AS seatId, s.personId, p.name, p.title, s.role, o.name AS organisation, o.side, s.substituteForId
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.bodyId = ? AND s.role = 'SUBSTITUTE' AND ${isOnSql('s')}
     ORDER BY o.position, p.name`,
    meeting.bodyId,
    meeting.day,
    meeting.day,
  )

export const mayStandInFor = (
  substitute: { side: AwayMember['side']; substituteForId: number | null },
  away: AwayMember,
): boolean =>
  substitute.substituteForId === null ? substitute.side === away.side : substitute.substituteForId === away.seatId

export async function findStandIn(
  tx: Tx,
  meeting: MeetingRow,
  away: AwayMember,
  personId: number,
): Promise<StandIn | null> {
  const substitutes = await substitutesOf(rowReaderIn(tx), meeting)
  const found = substitutes.find(one => one.personId === personId && mayStandInFor(one, away))
  if (!found) return null
  const { substituteForId: _substituteForId, ...standIn } = found
  return standIn
}
