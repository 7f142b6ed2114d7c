import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { findItem } from './edit-items.ts'

/** One file, for whoever attaches in the course of another task. */
export async function attachFile(
  actor: Actor,
  { itemId, title, file }: { itemId: number; title?: string; file: IncomingFile },
): Promise<{ id: number; meetingId: number; notice: string | null }> {
  const { ids, ...attached } = await attachFiles(actor, { itemId, title, files: [file] })
  return { id: ids[0] ?? 0, ...attached }
}

export interface FilesToAttach {
  itemId: number
  /** Of the one file; several are called as their files are. */
  title?: string | undefined
  files: readonly IncomingFile[]
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
    const there = await tx.attachment.findMany({ where: { itemId: item.id, removedAt: null } })
    const known = new Set(there.map(({ documentId }) => documentId))
    const last = Math.max(0, ...there.map(({ position }) => position))
    const ids: number[] = []
    const events: NewEvent[] = []
    for (const [index, file] of files.entries()) {
      const document = await storeDocument(tx, actor, file)
      if (known.has(document.id)) throw brokenRule(alreadyThere(file, files.length), 'fil')
      known.add(document.id)
      const called = (files.length === 1 && title?.trim()) || file.name.replace(/\.[^.]+$/, '')
      const attachment = await tx.attachment.create({
        data: {
          itemId: item.id,
          documentId: document.id,
          name: file.name,
          title: called,
          position: last + index + 1,
          addedById: personIdOf(actor),
          addedAt: actor.at,
        },
      })
      ids.push(attachment.id)
      events.push(event('attachmentAdded', 'item', item.id, { after: { title: called, hash: document.hash } }))
    }
    const change = await markChanged(tx, actor, meeting, `bilag til punkt ${item.position} er tilføjet`)
    return {
      result: { ids, meetingId: meeting.id, notice: change.notice },
      events: [...events, ...change.events],
    }
  })

const alreadyThere = ({ name }: IncomingFile, count: number): string =>
  count === 1
    ? 'Filen er allerede bilag til punktet.'
    : `»${name}« er allerede bilag til punktet. Ingen af filerne er tilføjet.`

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
