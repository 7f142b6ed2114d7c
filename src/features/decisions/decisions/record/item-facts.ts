import { isClosed } from '../../../../access/openness.ts'
import type { ReadClient } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/days.ts'
import { seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import { type Quorum, type QuorumRules, quorumOf } from '../../../meetings/meetings/index.ts'
import { takenWhere } from '../decision-state.ts'
import type { ItemFacts } from './decision-rules.ts'

/** The same reads for the form's page and inside the transaction that records. */
export type ItemReads = Pick<ReadClient, 'agendaItem' | 'attendance' | 'recusal' | 'rulesOfProcedure' | 'seat'>

/** The item under a meeting as the rules see it, or null when the meeting has no such item. */
export async function loadItem(reads: ItemReads, meetingId: number, itemId: number) {
  const item = await reads.agendaItem.findUnique({
    where: { id: itemId },
    include: { treatment: true, meeting: { include: { body: true } } },
  })
  if (!item || item.meetingId !== meetingId) return null
  const { treatment, meeting, strategy, professionalDevelopment, coordination } = item
  const facts: ItemFacts = {
    meetingState: meeting.state,
    meetingDay: meeting.day as Day,
    removed: item.removedAt !== null,
    kind: treatment?.kindChangedTo ?? item.kind,
    outcome: treatment?.outcome ?? null,
    closed: isClosed({ ...item, ...treatment }),
    tasks: { strategy, professionalDevelopment, coordination },
  }
  return { item, treatment, meeting, body: meeting.body, facts }
}

/** What has been decided under the item and stands, the first first. */
export const standingUnder = (reads: Pick<ReadClient, 'decision'>, itemId: number) =>
  reads.decision.findMany({
    where: { itemId, ...takenWhere },
    orderBy: { id: 'asc' },
    select: { number: true, title: true },
  })

/** The rules in force on the meeting's day (R62); null: the body has none, and nothing is asked of its quorum. */
export const loadRules = (reads: ItemReads, bodyId: number, on: Day) =>
  reads.rulesOfProcedure.findFirst({
    where: { bodyId, from: { lte: on } },
    orderBy: [{ from: 'desc' }, { number: 'desc' }],
  })

/** What the rules in force ask of a body's quorum; without rules nothing. A secretariat's secretaries are its members. */
export const quorumRulesFor = (body: { kind: string }, rules: QuorumRules | null): QuorumRules => ({
  quorumHousing: rules?.quorumHousing ?? 0,
  quorumMunicipality: rules?.quorumMunicipality ?? 0,
  secretariesSit: body.kind === 'SECRETARIAT',
})

/** Quorum under the item, a side, without those recused from it. */
export async function loadQuorum(
  reads: ItemReads,
  meeting: { id: number; bodyId: number; day: string },
  item: { id: number; position: number },
  rules: QuorumRules,
): Promise<Quorum> {
  const seats = await reads.seat.findMany({ where: { bodyId: meeting.bodyId } })
  const called = await reads.attendance.findMany({ where: { meetingId: meeting.id } })
  const attendance = withSeats(called, seatsOnDay(seats, meeting.day))
  const recusals = await reads.recusal.findMany({ where: { itemId: item.id, endedAt: null } })
  return quorumOf(attendance, rules, {
    position: item.position,
    recusedPersonIds: recusals.map(recusal => recusal.personId),
  })
}
