import { isClosed } from '../../../../access/openness.ts'
import type { ReadClient } from '../../../../database/database.ts'
import { dayInRow } from '../../../../kernel/days.ts'
import { takenWhere } from '../decision-state.ts'
import type { ItemFacts } from './decision-rules.ts'

/** The same reads for the form's page and inside the transaction that records. */
export type ItemReads = Pick<ReadClient, 'agendaItem'>

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
    meetingDay: dayInRow(meeting.day),
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
