import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { findItem } from './edit-items.ts'

/** Attaches a file to an item. Its type is read from its content; the bytes are kept once, by their hash. */
export const attachFile = (
  actor: Actor,
  input: { itemId: number; title?: string; file: IncomingFile },
): Promise<{ id: number; meetingId: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await findItem(tx, actor, input.itemId)
    const meeting = await openAgenda(tx, actor, item.meetingId)
    const document = await storeDocument(tx, actor, input.file)
    const there = await tx.attachment.findMany({ where: { itemId: item.id, removedAt: null } })
    if (there.some(row => row.documentId === document.id))
      throw brokenRule('Filen er allerede bilag til punktet.', 'fil')
    const title = input.title?.trim() || input.file.name.replace(/\.[^.]+$/, '')
    const attachment = await tx.attachment.create({
      data: {
        itemId: item.id,
        documentId: document.id,
        name: input.file.name,
        title,
        position: Math.max(0, ...there.map(row => row.position)) + 1,
        addedById: personIdOf(actor),
        addedAt: actor.at,
      },
    })
    const change = await markChanged(tx, actor, meeting, `bilag til punkt ${item.position} er tilføjet`)
    const after = { title, hash: document.hash }
    return {
      result: { id: attachment.id, meetingId: meeting.id, notice: change.notice },
      events: [event('attachmentAdded', 'item', item.id, { after }), ...change.events],
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
