import { isCalled, minutesAreOut } from '../../../access/meeting-states.ts'
import { isClosed } from '../../../access/openness.ts'
import type { View } from '../../../access/visibility.ts'
import type { Tx } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { carriedOn, throughCarried } from './decided-under.ts'
import type { AdoptionFacts } from './text-states.ts'

/**
 * What a reader sees of meetings. An agenda that has not been sent is there for those alone who prepare it; what was
 * decided is there for the body's own people, and for everybody when the minutes are out. Until then the text stands as
 * before it.
 */
export type Sight = Pick<View, 'readsClosed' | 'readsDrafts'> & {
  /** Who reads: what somebody is recused from is withheld from him or her. Left out: nobody in particular. */
  reader?: number | null
  /** He or she writes the texts, and reads every draft. Left out: every draft is read. */
  writes?: boolean
}
export const all: Sight = { readsClosed: () => true, readsDrafts: () => true }

export interface Fate {
  item: { id: number; position: number; meeting: { id: number; number: string; day: Day } }
  itemRemoved: boolean
  meetingCancelled: boolean
  outcome: string | null
  decision: {
    number: string
    state: NonNullable<AdoptionFacts['decision']>['state']
    decidedOn: Day
    effectiveOn: Day | null
  } | null
}

export interface Fates {
  /** By the item that the draft was put on: what the reader sees of it. */
  seen: Map<number, Fate>
  /** Items that are withheld from the reader, who is recused from what is treated there behind closed doors. */
  withheld: Set<number>
}

/** What became of items, or of those that they were carried over to: the last of each. A few statements for one link. */
export async function fatesOf(tx: Tx, itemIds: readonly number[], sight: Sight): Promise<Fates> {
  const seen = new Map<number, Fate>()
  const withheld = new Set<number>()
  const read = (ids: number[]) =>
    tx.agendaItem.findMany({
      where: { id: { in: ids } },
      include: {
        meeting: { select: { id: true, number: true, day: true, state: true, body: true } },
        treatment: { select: { outcome: true, openedInstead: true, closedInstead: true } },
        recusals: { where: { personId: sight.reader ?? 0, endedAt: null }, select: { id: true } },
        carriedTo: carriedOn,
        decisions: { orderBy: { id: 'asc' } },
      },
    })
  await throughCarried(itemIds, read, (item, origin) => {
    const { body, state } = item.meeting
    // Taken off before anybody else had seen it, or not sent yet.
    if (!sight.readsDrafts(body) && !isCalled(state)) return false
    // What is put forward behind closed doors is not put forward to others, nor to whoever has stepped out of it.
    if (isClosed({ ...item, ...item.treatment })) {
      if (item.recusals.length > 0) withheld.add(origin)
      if (item.recusals.length > 0 || !sight.readsClosed(body)) return false
    }
    const isKnown = minutesAreOut(state) || sight.readsClosed(body)
    const decisions = isKnown ? item.decisions : []
    const standing = decisions.filter(({ state }) => state === 'EFFECTIVE' || state === 'CONDITIONAL')
    const decision = standing.find(({ state }) => state === 'EFFECTIVE') ?? standing.at(-1) ?? decisions.at(-1)
    seen.set(origin, {
      item: {
        id: item.id,
        position: item.position,
        meeting: { id: item.meeting.id, number: item.meeting.number, day: dayInRow(item.meeting.day) },
      },
      itemRemoved: item.removedAt !== null,
      meetingCancelled: item.meeting.state === 'CANCELLED',
      outcome: isKnown ? (item.treatment?.outcome ?? null) : null,
      decision: decision
        ? {
            number: decision.number,
            state: decision.state,
            decidedOn: dayInRow(decision.decidedOn),
            effectiveOn: dayInRow(decision.effectiveOn),
          }
        : null,
    })
    return true
  })
  return { seen, withheld }
}
