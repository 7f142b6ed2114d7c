import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { isClosed } from '../../../../access/openness.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { bodyOf, loadMeeting } from '../agenda/load-agenda.ts'
import { refuseWithheld } from '../agenda/withheld.ts'
import { copyAttachments } from '../items/carry-over.ts'
import { copyRecusals, placeItem } from '../items/edit-items.ts'
import type { AddedLines } from './add-lines.ts'

export interface ItemsCopy {
  meetingId: number
  /** The meeting that they are taken from: any of the same body. */
  from: number
  itemIds: readonly number[]
  attachments: boolean
}

/**
 * Takes items from another meeting as the beginning of new ones: their texts, who is concerned, and if wanted their
 * attachments. Unlike an item that is carried over they are not the same matter: nothing links them, and a
 * case that has been closed since is left out. Of a closed item it follows who is disqualified: the texts are the same.
 */
export const copyItems = (actor: Actor, input: ItemsCopy): Promise<AddedLines> =>
  write(actor, async tx => {
    const meeting = await openAgenda(tx, actor, input.meetingId)
    const from = await loadMeeting(rowReaderIn(tx), input.from)
    requireRight(actor, 'prepareMeeting', { body: bodyOf(from) })
    if (from.bodyId !== meeting.bodyId) throw brokenRule('Vælg et møde i samme organ.', 'from')
    if (input.itemIds.length === 0) throw brokenRule('Vælg mindst ét punkt.', 'items')
    const events: NewEvent[] = []
    for (const id of input.itemIds) events.push(await copyOne(tx, actor, { id, from: from.id, meeting, input }))
    const change = await markChanged(tx, actor, meeting, `${plural(events.length, 'punkt', 'punkter')} er tilføjet`)
    return { result: { count: events.length, notice: change.notice }, events: [...events, ...change.events] }
  })

async function copyOne(
  tx: Tx,
  actor: Actor,
  {
    id,
    from,
    meeting,
    input,
  }: { id: number; from: number; meeting: Awaited<ReturnType<typeof openAgenda>>; input: ItemsCopy },
): Promise<NewEvent> {
  const item = await tx.agendaItem.findUnique({
    where: { id },
    include: { treatment: true, involvements: true, subjectAreas: true, case: { select: { closedAt: true } } },
  })
  if (!item || item.removedAt || item.meetingId !== from) throw notFound('Punktet findes ikke.')
  await refuseWithheld(tx, actor, id)
  if (item.standing) throw brokenRule('Faste punkter kopieres ikke. De sættes automatisk på dagsordenen.', 'items')
  const closed = isClosed({ ...item, ...item.treatment })
  const placed = await placeItem(tx, actor, meeting, {
    ...item,
    kind: item.treatment?.kindChangedTo ?? item.kind,
    closed,
    caseId: item.case?.closedAt ? null : item.caseId,
    subjectAreaIds: item.subjectAreas.map(row => row.subjectAreaId),
    involvements: item.involvements.map(({ organisationId }) => ({ organisationId, status: 'MISSING' as const })),
  })
  if (closed) await copyRecusals(tx, actor, { from: id, to: placed.id })
  if (input.attachments) await copyAttachments(tx, personIdOf(actor), actor.at, { from: id, to: placed.id })
  return event('itemAdded', 'item', placed.id, {
    after: { meeting: meeting.number, position: placed.position, title: item.title, copiedFrom: id },
  })
}
