import { type Actor, personIdOf, type Side } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { type BodySubject, requireRight } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { readIn } from '../../../database/reader.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { type IncomingFile, type StoredDocument, storeDocument } from '../../ground/documents/index.ts'
import type { EarlierKind } from './labels.ts'
import type { RecordText } from './record-rules.ts'

/** What is entered of a document from before the portal. */
export interface RecordDraft extends RecordText {
  kind: EarlierKind
  number: string
  caseId: number | null
}

/** From this day on the portal records what the cooperation treats. */
export const recordedFromOf = (actor: Actor): Day => cooperationOf(actor.database).recordedFrom ?? actor.today

/**
 * A body whose documents the person looks after. A deciding body has none here.
 * @throws Refusal notFound also where the person may not know of the body
 */
export async function keptBody(tx: Tx, actor: Actor, bodyId: number): Promise<BodySubject & { name: string }> {
  const body = await tx.body.findUnique({ where: { id: bodyId } })
  if (!body || body.kind === 'DECIDING_BODY' || !viewOf(actor).readsBody(body)) throw notFound('Organet findes ikke.')
  requireRight(actor, 'keepBody', { body })
  return body
}

/** The columns of a draft. What stands in for a closed document is kept only while it is closed. */
export const columnsOf = (draft: RecordDraft) => ({
  kind: draft.kind,
  day: draft.date?.day ?? '',
  dayPrecision: draft.date?.precision ?? ('DAY' as const),
  number: draft.number.trim(),
  title: draft.title.trim(),
  text: draft.text.trim(),
  caseId: draft.caseId,
  closed: draft.closed,
  closedReason: draft.closed ? draft.closedReason.trim() : null,
  publicTitle: draft.closed ? draft.publicTitle.trim() : null,
  position: draft.position,
  positionUntil: draft.position ? draft.positionUntil : null,
})

const ownerRow = rowsOf({ sideInternal: column.orNull(column.oneOf<Side>()) })

/** A case that the person may see, shared or the body's own side's. */
export async function caseFault(
  tx: Tx,
  actor: Actor,
  caseId: number | null,
  side: BodySubject['side'],
): Promise<Objection | null> {
  if (caseId === null) return null
  const [found] = await readIn(
    tx,
    ownerRow,
    `SELECT c.sideInternal FROM "Case" c WHERE c.id = ? AND ${viewOf(actor).cases('c')}`,
    caseId,
  )
  if (!found) return objection('Vælg en sag på listen.', 'caseId')
  return found.sideInternal === null || found.sideInternal === side
    ? null
    : objection('Sagen er den ene parts egen. Vælg en sag, som organet kan se.', 'caseId')
}

interface KeptFile {
  name: string
  document: StoredDocument
}

/** The files with their bytes kept, and which of them stand already on a document of the same body. */
export async function storeFiles(
  tx: Tx,
  actor: Actor,
  files: readonly IncomingFile[],
  of: { bodyId: number; recordId?: number },
): Promise<{ kept: KeptFile[]; faults: string[] }> {
  const kept: KeptFile[] = []
  const faults: string[] = []
  for (const file of files) {
    const document = await storeDocument(tx, actor, file)
    const there = await tx.earlierFile.findFirst({
      where: { documentId: document.id, removedAt: null, record: { bodyId: of.bodyId, withdrawnAt: null } },
      include: { record: true },
    })
    if (there?.recordId === of.recordId && there !== null) faults.push(`Filen »${file.name}« er allerede vedhæftet.`)
    else if (there) faults.push(`Filen »${file.name}« er allerede registreret som »${there.record.title}«.`)
    else if (kept.some(one => one.document.id === document.id)) faults.push(`Filen »${file.name}« er valgt to gange.`)
    else kept.push({ name: file.name, document })
  }
  return { kept, faults }
}

/** The document's row, its files and its event. */
export async function createRecord(
  tx: Tx,
  actor: Actor,
  body: { id: number; name: string },
  draft: RecordDraft,
  files: readonly KeptFile[],
): Promise<{ id: number; event: NewEvent }> {
  const columns = columnsOf(draft)
  const { id } = await tx.earlierRecord.create({
    data: { ...columns, bodyId: body.id, enteredById: personIdOf(actor), enteredAt: actor.at },
  })
  await addFiles(tx, actor, id, files)
  const after = { body: body.name, ...columns, files: told(files) }
  return { id, event: event('earlierRecordEntered', 'earlierRecord', id, { after }) }
}

export const addFiles = (tx: Tx, actor: Actor, recordId: number, files: readonly KeptFile[]) =>
  tx.earlierFile.createMany({
    data: files.map(({ name, document }) => ({
      recordId,
      documentId: document.id,
      name,
      addedById: personIdOf(actor),
      addedAt: actor.at,
    })),
  })

export const told = (files: readonly KeptFile[]) => files.map(({ name, document }) => ({ name, hash: document.hash }))
