import type { ReadClient } from '../../../../database/database.ts'
import { seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import { type Quorum, type QuorumRules, quorumOf, underItem } from './quorum-rules.ts'

/** Quorum under an item, a side: of those who sit in the body on the meeting's day, without those recused from it. */
export async function loadQuorum(
  reads: Pick<ReadClient, 'attendance' | 'recusal' | 'seat'>,
  meeting: { id: number; bodyId: number; day: string },
  item: { id: number; position: number },
  rules: QuorumRules,
): Promise<Quorum> {
  const seats = await reads.seat.findMany({ where: { bodyId: meeting.bodyId } })
  const called = await reads.attendance.findMany({ where: { meetingId: meeting.id } })
  const recusals = await reads.recusal.findMany({ where: { itemId: item.id, endedAt: null } })
  return quorumOf(withSeats(called, seatsOnDay(seats, meeting.day)), rules, underItem(item, recusals))
}
