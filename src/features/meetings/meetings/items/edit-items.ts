import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import { markChanged, openAgenda, orderedItems, renumber } from '../agenda/change-agenda.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { refuseWithheld } from '../agenda/withheld.ts'
import { checkDraft, columnsOf, type ItemDraft, replaceRelations } from './item-draft.ts'
import { attachFilesIn } from './store-attachments.ts'

/** Puts an item on the agenda: before the standing ones at the end, and on one that was sent with the next free number. */
export const addItem = (actor: Actor, input: NewItem): Promise<AddedItem> =>
  write(actor, tx => addItemIn(tx, actor, input))

/** An item with the files that come with it: all of it is stored, or nothing. */
export type NewItem = ItemDraft & { meetingId: number; files?: readonly IncomingFile[] }

export interface AddedItem {
  id: number
  position: number
  notice: string | null
}

/** The same inside another act, which is undone with it. */
export async function addItemIn(tx: Tx, actor: Actor, input: NewItem): Promise<Change<AddedItem>> {
  const meeting = await openAgenda(tx, actor, input.meetingId)
  await checkDraft(tx, bodyOf(meeting), input)
  const { id, position } = await placeItem(tx, actor, meeting, input)
  const attached = await attachFilesIn(tx, actor, { itemId: id, files: input.files ?? [] })
  const change = await markChanged(tx, actor, meeting, `punkt ${position} er tilføjet`)
  const after = { meeting: meeting.number, position, ...columnsOf(input) }
  return {
    result: { id, position, notice: withCase(change.notice, await openCaseNotice(tx, input)) },
    events: [event('itemAdded', 'item', id, { after }), ...attached.events, ...change.events],
  }
}

/** What the meeting itself puts on its agenda; the caller has asked whether it may be, and tells the event. */
export async function putOn(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  draft: ItemDraft,
): Promise<{ id: number; position: number }> {
  await checkDraft(tx, bodyOf(meeting), draft)
  return placeItem(tx, actor, meeting, draft)
}

/** Takes an item off, which keeps its row and its number; the caller has asked whether it may be. */
export async function takeOff(tx: Tx, actor: Actor, item: { id: number; meetingId: number }): Promise<void> {
  await tx.agendaItem.update({ where: { id: item.id }, data: { removedAt: actor.at, version: { increment: 1 } } })
  // What came by itself is not settled by being taken off: it comes on the next agenda that is begun.
  await tx.awaitedItem.updateMany({ where: { itemId: item.id }, data: { itemId: null } })
  await renumber(tx, item.meetingId, await orderedItems(tx, item.meetingId))
}

/**
 * The row itself, last among the ordinary items; the caller has asked whether it may be. An item that is carried over and
 * closed has the same matter behind the same doors: whoever was disqualified from it is so here, too.
 */
export async function placeItem(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  draft: ItemDraft,
  carriedFromId: number | null = null,
): Promise<{ id: number; position: number }> {
  const item = await tx.agendaItem.create({
    data: {
      meetingId: meeting.id,
      position: 10_000,
      ...columnsOf(draft),
      carriedFromId,
      createdById: personIdOf(actor),
    },
  })
  await replaceRelations(tx, item.id, draft)
  if (carriedFromId !== null && draft.closed) await copyRecusals(tx, actor, { from: carriedFromId, to: item.id })
  await renumber(tx, meeting.id, await orderedItems(tx, meeting.id))
  const placed = await tx.agendaItem.findUniqueOrThrow({ where: { id: item.id } })
  return { id: item.id, position: placed.position }
}

/** Who is kept from a closed item's material is kept from its copy's, until somebody ends it there. */
export async function copyRecusals(tx: Tx, actor: Actor, { from, to }: { from: number; to: number }): Promise<void> {
  const standing = await tx.recusal.findMany({ where: { itemId: from, endedAt: null }, orderBy: { id: 'asc' } })
  for (const { personId, reason } of standing)
    await tx.recusal.create({ data: { itemId: to, personId, reason, at: actor.at } })
}

/** @throws Conflict with the item's texts as they stand when somebody else saved first */
export const editItem = (
  actor: Actor,
  input: ItemDraft & { itemId: number; version: number },
): Promise<{ id: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await findItem(tx, actor, input.itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    // A standing item is procedural by nature and keeps its place.
    const draft = item.standing ? { ...input, procedural: true } : input
    await checkDraft(tx, bodyOf(meeting), draft)
    const { count } = await tx.agendaItem.updateMany({
      where: { id: item.id, version: input.version },
      data: { ...columnsOf(draft), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(textsOf(item), item.version)
    await replaceRelations(tx, item.id, draft)
    const change = await markChanged(tx, actor, meeting, `punkt ${item.position} er ændret`)
    const before = columnsOf(item)
    return {
      result: { id: item.id, notice: withCase(change.notice, await openCaseNotice(tx, draft)) },
      events: [event('itemEdited', 'item', item.id, { before, after: columnsOf(draft) }), ...change.events],
    }
  })

/** Takes an item off. It keeps its row, and a number that was sent stays as »udgår«: the next supplement tells it. */
export const removeItem = (actor: Actor, input: { itemId: number }): Promise<RemovedItem> =>
  write(actor, tx => removeItemIn(tx, actor, input))

export interface RemovedItem {
  meetingId: number
  notice: string | null
}

/** The same inside another act, which is undone with it. */
export async function removeItemIn(tx: Tx, actor: Actor, input: { itemId: number }): Promise<Change<RemovedItem>> {
  const item = await findItem(tx, actor, input.itemId)
  const meeting = await openAgenda(tx, actor, item.meetingId)
  if (item.standing === 'APPROVE_AGENDA')
    throw brokenRule('Punktet »Godkendelse af dagsorden« kan ikke fjernes fra dagsordenen.')
  await takeOff(tx, actor, item)
  const change = await markChanged(tx, actor, meeting, `punkt ${item.position} er fjernet`)
  const before = { meeting: meeting.number, position: item.position, title: item.title }
  return {
    result: { meetingId: meeting.id, notice: change.notice },
    events: [event('itemRemoved', 'item', item.id, { before }), ...change.events],
  }
}

/** What a closed item hides, its case may tell: a shared case's title and summary are read by both parties. */
async function openCaseNotice(tx: Tx, { closed, caseId }: ItemDraft): Promise<string | null> {
  if (!closed || !caseId) return null
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { number: true, sideInternal: true, withheld: true },
  })
  return found && found.sideInternal === null && !found.withheld
    ? `Punktet er lukket, men titel og resumé for sag ${found.number} kan læses af begge parter. Luk sagen, eller ret dem på sagen, hvis de røber, hvad punktet handler om.`
    : null
}

const withCase = (notice: string | null, about: string | null): string | null =>
  [notice, about].filter(Boolean).join(' ') || null

/** @throws Refusal notFound, also for an item that was taken off, and for one that is withheld from the person */
export async function findItem(tx: Tx, actor: Actor, id: number) {
  const item = await tx.agendaItem.findUnique({ where: { id } })
  if (!item || item.removedAt) throw notFound('Punktet findes ikke.')
  await refuseWithheld(tx, actor, id)
  return item
}

function textsOf(item: Awaited<ReturnType<typeof findItem>>): Record<string, string> {
  const { title, summary, recommendation, presentation, effect, economy } = item
  return {
    title,
    summary,
    recommendation,
    presentation,
    effect,
    economy,
    presenter: item.presenter ?? '',
    guests: item.guests ?? '',
    closedReason: item.closedReason ?? '',
    publicTitle: item.publicTitle ?? '',
    plannedMinutes: String(item.plannedMinutes),
  }
}
