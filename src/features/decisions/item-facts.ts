import type { ReadClient } from '../../database/database.ts'
import type { Day } from '../../kernel/days.ts'
import type { ItemFacts, SideQuorum } from './decision-rules.ts'

/** The same reads for the form's page and inside the transaction that records. */
export type ItemReads = Pick<ReadClient, 'agendaItem' | 'attendance' | 'recusal' | 'rulesOfProcedure'>

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
    closed: treatment?.openedInstead ? false : item.closed || (treatment?.closedInstead ?? false),
    tasks: { strategy, professionalDevelopment, coordination },
  }
  return { item, treatment, meeting, body: meeting.body, facts }
}

/** The rules in force on the meeting's day (R62); null: the body has none, and nothing is asked of its quorum. */
export const loadRules = (reads: ItemReads, bodyId: number, on: Day) =>
  reads.rulesOfProcedure.findFirst({
    where: { bodyId, from: { lte: on } },
    orderBy: [{ from: 'desc' }, { number: 'desc' }],
  })

/** Who is present for the item, a side: arrived, not left, not recused, and a member or standing in for one. */
export async function loadQuorum(
  reads: ItemReads,
  meetingId: number,
  item: { id: number; position: number },
  rules: { quorumHousing: number; quorumMunicipality: number } | null,
): Promise<SideQuorum[]> {
  const [attendance, recusals] = await Promise.all([
    reads.attendance.findMany({ where: { meetingId, status: 'PRESENT' } }),
    reads.recusal.findMany({ where: { itemId: item.id, endedAt: null } }),
  ])
  const recused = new Set(recusals.map(recusal => recusal.personId))
  const counted = attendance.filter(
    person =>
      !recused.has(person.personId) &&
      (person.arrivedAtItem === null || person.arrivedAtItem <= item.position) &&
      (person.leftAfterItem === null || person.leftAfterItem >= item.position) &&
      (['CHAIR', 'VICE_CHAIR', 'MEMBER'].includes(person.role) || person.standsInForId !== null),
  )
  const present = (side: string) => counted.filter(person => person.side === side).length
  return [
    { side: 'HOUSING', present: present('HOUSING'), required: rules?.quorumHousing ?? 0 },
    { side: 'MUNICIPALITY', present: present('MUNICIPALITY'), required: rules?.quorumMunicipality ?? 0 },
  ]
}
