import type { Tx } from '../../../../database/write.ts'
import { type MeetingRow, type Reader, readerIn } from '../../../meetings/meetings/index.ts'

export interface StandIn {
  seatId: number
  personId: number
  name: string
  title: string | null
  role: 'SUBSTITUTE'
  organisation: string
  side: 'HOUSING' | 'MUNICIPALITY' | null
}

interface AwayMember {
  seatId: number | null
  side: 'HOUSING' | 'MUNICIPALITY' | null
}

/** Substitutes with a seat on the meeting's day, and for which seat (null: for anyone of their side). */
export const substitutesOf = (read: Reader, meeting: Pick<MeetingRow, 'bodyId' | 'day'>) =>
  read<StandIn & { substituteForId: number | null }>(
    `SELECT s.id AS seatId, s.personId, p.name, p.title, s.role, o.name AS organisation, o.side, s.substituteForId
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.bodyId = ? AND s.role = 'SUBSTITUTE' AND s."from" <= ? AND (s."to" IS NULL OR s."to" >= ?)
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
  const substitutes = await substitutesOf(readerIn(tx), meeting)
  const found = substitutes.find(one => one.personId === personId && mayStandInFor(one, away))
  if (!found) return null
  const { substituteForId: _substituteForId, ...standIn } = found
  return standIn
}
