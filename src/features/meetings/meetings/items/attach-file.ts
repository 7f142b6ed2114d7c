import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { findItem } from './edit-items.ts'
import { attachFilesIn, type FilesToAttach } from './store-attachments.ts'

/** One file, for whoever attaches in the course of another task. */
export async function attachFile(
  actor: Actor,
  { itemId, title, file }: { itemId: number; title?: string; file: IncomingFile },
): Promise<{ id: number; meetingId: number; notice: string | null }> {
  const { ids, ...attached } = await attachFiles(actor, { itemId, title, files: [file] })
  return { id: ids[0] ?? 0, ...attached }
}

/**
 * Attaches files to an item, all of them or none, in their order. A file's type is read from its content; the bytes are
 * kept once, by their hash.
 */
export const attachFiles = (
  actor: Actor,
  { itemId, title, files }: FilesToAttach,
): Promise<{ ids: number[]; meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await findItem(tx, actor, itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    const { ids, events } = await attachFilesIn(tx, actor, { itemId: item.id, title, files })
    const change = await markChanged(tx, actor, meeting, `bilag til punkt ${item.position} er tilføjet`)
    return {
      result: { ids, meetingId: meeting.id, notice: change.notice },
      events: [...events, ...change.events],
    }
  })

/** The row and the bytes stay: what was sent with it must stay readable. */
export const removeAttachment = (
  actor: Actor,
  input: { attachmentId: number },
): Promise<{ itemId: number; meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const attachment = await tx.attachment.findUnique({ where: { id: input.attachmentId } })
    if (!attachment || attachment.removedAt) throw notFound('Bilaget findes ikke.')
    const item = await findItem(tx, actor, attachment.itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    await tx.attachment.update({ where: { id: attachment.id }, data: { removedAt: actor.at } })
    const change = await markChanged(tx, actor, meeting, `bilag til punkt ${item.position} er fjernet`)
    const before = { title: attachment.title }
    return {
      result: { itemId: item.id, meetingId: meeting.id, notice: change.notice },
      events: [event('attachmentRemoved', 'item', item.id, { before }), ...change.events],
    }
  })
