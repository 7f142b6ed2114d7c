import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../../ground/documents/index.ts'

export interface FilesToAttach {
  itemId: number
  /** Of the one file; several are called as their files are. */
  title?: string | undefined
  files: readonly IncomingFile[]
}

/** The rows and their events alone, inside another act that has asked whether the item may be changed. */
export async function attachFilesIn(
  tx: Tx,
  actor: Actor,
  { itemId, title, files }: FilesToAttach,
): Promise<{ ids: number[]; events: NewEvent[] }> {
  const there = await tx.attachment.findMany({ where: { itemId, removedAt: null } })
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
        itemId,
        documentId: document.id,
        name: file.name,
        title: called,
        position: last + index + 1,
        addedById: personIdOf(actor),
        addedAt: actor.at,
      },
    })
    ids.push(attachment.id)
    events.push(event('attachmentAdded', 'item', itemId, { after: { title: called, hash: document.hash } }))
  }
  return { ids, events }
}

const alreadyThere = ({ name }: IncomingFile, count: number): string =>
  count === 1
    ? 'Filen er allerede bilag til punktet.'
    : `»${name}« er allerede bilag til punktet. Ingen af filerne er tilføjet.`
