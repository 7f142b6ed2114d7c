import type { Actor } from '../../../../access/actor.ts'
import { unsentStates } from '../../../../access/meeting-states.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import type { ItemKind } from '../agenda/agenda-rules.ts'
import { markChanged } from '../agenda/change-agenda.ts'
import { loadMeeting, type MeetingRow } from '../agenda/load-agenda.ts'
import { placeItem } from './edit-items.ts'

/** What has to come before a body again, whether or not it has a meeting to come before. */
export interface AwaitedDraft {
  bodyId: number
  caseId: number | null
  title: string
  kind: ItemKind
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
  closed: boolean
  closedReason: string | null
  publicTitle: string | null
  presentation: string
  recommendation: string
  /** The referral that it comes from. */
  referralId: number | null
}

/**
 * Puts an item on the body's next agenda that has not been sent, by itself; without such a meeting it waits for the next
 * that is planned. Nobody has to remember it, so no right is asked: the act that causes it has asked its own.
 */
export async function placeOnNextAgenda(tx: Tx, actor: Actor, draft: AwaitedDraft): Promise<NewEvent[]> {
  await tx.awaitedItem.create({ data: { ...draft, createdAt: actor.at } })
  return placeAwaited(tx, actor, draft.bodyId)
}

/** Everything that waits comes on the body's next agenda that has not been sent, where there is one. */
export async function placeAwaited(tx: Tx, actor: Actor, bodyId: number): Promise<NewEvent[]> {
  const next = await tx.meeting.findFirst({
    where: {
      bodyId,
      day: { gte: actor.today },
      state: { in: unsentStates },
    },
    orderBy: [{ day: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return next ? takeAwaited(tx, actor, next.id) : []
}

/** What waits for an agenda of the body comes on this one, in the order in which it began to wait. */
export async function takeAwaited(tx: Tx, actor: Actor, meetingId: number): Promise<NewEvent[]> {
  const meeting = await loadMeeting(rowReaderIn(tx), meetingId)
  const waiting = await tx.awaitedItem.findMany({
    where: { bodyId: meeting.bodyId, itemId: null },
    orderBy: { id: 'asc' },
  })
  if (waiting.length === 0) return []
  const events: NewEvent[] = []
  for (const { id, itemId: _none, createdAt: _at, ...draft } of waiting)
    events.push(await placeOne(tx, actor, meeting, id, draft))
  const change = await markChanged(tx, actor, meeting, 'et punkt er automatisk sat på dagsordenen')
  return [...events, ...change.events]
}

/** Items that came by themselves and are not settled there (the meeting is cancelled) come on the next agenda. */
export async function awaitAgain(tx: Tx, actor: Actor, meetingId: number): Promise<NewEvent[]> {
  const { bodyId } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { bodyId: true } })
  const { count } = await tx.awaitedItem.updateMany({ where: { item: { meetingId } }, data: { itemId: null } })
  return count === 0 ? [] : placeAwaited(tx, actor, bodyId)
}

async function placeOne(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  awaitedId: number,
  draft: AwaitedDraft,
): Promise<NewEvent> {
  const procedural = !draft.strategy && !draft.professionalDevelopment && !draft.coordination
  const item = await placeItem(tx, actor, meeting, { ...draft, procedural }, await itemBefore(tx, draft))
  await tx.awaitedItem.update({ where: { id: awaitedId }, data: { itemId: item.id } })
  return event('itemAdded', 'item', item.id, {
    after: { meeting: meeting.number, position: item.position, title: draft.title, awaited: awaitedId },
  })
}

/** When the same matter has been on an agenda before, the new item is carried over from that. */
async function itemBefore(tx: Tx, { referralId, title }: AwaitedDraft): Promise<number | null> {
  if (referralId === null) return null
  const before = await tx.awaitedItem.findFirst({
    where: { referralId, title, itemId: { not: null } },
    orderBy: { id: 'desc' },
    select: { itemId: true },
  })
  return before?.itemId ?? null
}
