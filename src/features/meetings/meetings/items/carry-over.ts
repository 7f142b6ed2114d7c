import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { openAgendaStates } from '../../../../access/meeting-states.ts'
import { isClosed } from '../../../../access/openness.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { loadMeeting, type MeetingRow } from '../agenda/load-agenda.ts'
import { refuseWithheld } from '../agenda/withheld.ts'
import { placeItem } from './edit-items.ts'

export interface CarriedItem {
  id: number
  meetingId: number
  position: number
  /** The confirmation, in Danish. */
  message: string
}

/**
 * An item that was postponed or not reached comes on the next meeting's agenda: copied with its attachments and linked,
 * never moved, so that the old meeting's minutes stay what they were. Without a target it is the body's next meeting.
 */
export const carryOver = (actor: Actor, input: { itemId: number; toMeetingId?: number | null }): Promise<CarriedItem> =>
  write(actor, tx => carryOverIn(tx, actor, input))

/** The same inside another act, which is undone with it. */
export async function carryOverIn(
  tx: Tx,
  actor: Actor,
  input: { itemId: number; toMeetingId?: number | null },
): Promise<Change<CarriedItem>> {
  const item = await tx.agendaItem.findUnique({
    where: { id: input.itemId },
    include: { treatment: true, involvements: true, subjectAreas: true, carriedTo: { where: { removedAt: null } } },
  })
  if (!item || item.removedAt) throw notFound('Punktet findes ikke.')
  await refuseWithheld(tx, actor, item.id)
  const from = await loadMeeting(rowReaderIn(tx), item.meetingId)
  if (item.standing) throw brokenRule('Faste punkter overføres ikke. De sættes automatisk på den næste dagsorden.')
  if (!mayBeCarried(from.state, item.treatment?.outcome ?? null)) {
    throw brokenRule('Kun et punkt, der er udsat eller ikke nået, kan overføres.')
  }
  if (item.carriedTo.length > 0) throw brokenRule('Punktet er allerede overført.')
  const target = await openAgenda(tx, actor, input.toMeetingId ?? (await nextMeeting(tx, from)))
  if (target.bodyId !== from.bodyId) throw brokenRule('Punktet kan kun overføres til et møde i samme organ.')
  if (target.id === from.id || target.day < from.day) throw brokenRule('Punktet kan kun overføres til et senere møde.')
  const placed = await placeItem(
    tx,
    actor,
    target,
    {
      ...item,
      kind: item.treatment?.kindChangedTo ?? item.kind,
      // As the meeting left it: what it moved to the closed part is not open again on the next agenda.
      closed: isClosed({ ...item, ...item.treatment }),
      subjectAreaIds: item.subjectAreas.map(row => row.subjectAreaId),
    },
    item.id,
  )
  await copyAttachments(tx, personIdOf(actor), actor.at, { from: item.id, to: placed.id })
  const change = await markChanged(tx, actor, target, `punkt ${placed.position} er tilføjet`)
  const message = `Punktet er overført til mødet den ${longDay(target.day)} som punkt ${placed.position}.`
  return {
    result: { ...placed, meetingId: target.id, message: [message, change.notice].filter(Boolean).join(' ') },
    events: [
      event('itemCarriedOver', 'item', placed.id, {
        before: { item: item.id, meeting: from.number },
        after: { meeting: target.number },
      }),
      ...change.events,
    ],
  }
}

/** Whether an item with this outcome, of a meeting in this state, waits for another meeting. */
export const mayBeCarried = (meetingState: MeetingRow['state'], outcome: string | null): boolean =>
  meetingState === 'CANCELLED' || outcome === 'POSTPONED' || outcome === 'NOT_REACHED'

/** The same documents under another item: they are kept once, whoever points at them. */
export async function copyAttachments(
  tx: Tx,
  addedById: number,
  addedAt: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const attachments = await tx.attachment.findMany({
    where: { itemId: from, removedAt: null },
    orderBy: { position: 'asc' },
  })
  for (const { documentId, name, title, position } of attachments)
    await tx.attachment.create({ data: { itemId: to, documentId, name, title, position, addedById, addedAt } })
}

async function nextMeeting(tx: Tx, from: MeetingRow): Promise<number> {
  const next = await tx.meeting.findFirst({
    where: {
      bodyId: from.bodyId,
      day: { gte: from.day },
      id: { not: from.id },
      state: { in: openAgendaStates },
    },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
  })
  if (!next) throw brokenRule('Der er ikke planlagt et senere møde. Opret det næste møde først.')
  return next.id
}
