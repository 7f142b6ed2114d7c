import { type Actor, personIdOf } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { objection } from '../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import type { IncomingFile } from '../../ground/documents/index.ts'
import { recordFaults } from './record-rules.ts'
import {
  addFiles,
  caseFault,
  columnsOf,
  keptBody,
  type RecordDraft,
  recordedFromOf,
  storeFiles,
  told,
} from './store-record.ts'

export interface CorrectedRecord extends RecordDraft {
  recordId: number
  version: number
  files: readonly IncomingFile[]
  /** Files that are taken off: their rows stay, and nobody reads them here any more. */
  removeFiles: readonly number[]
  reason: string
}

/**
 * What was entered wrongly is put right, with why; what stood before is in the event. Its body stays: one of another
 * body is withdrawn and entered anew, since others would read it.
 * @throws Conflict when somebody else saved first
 */
export const correctRecord = (
  actor: Actor,
  { recordId, version, files, removeFiles, reason, ...draft }: CorrectedRecord,
): Promise<void> =>
  write(actor, async tx => {
    const { record, body } = await openRecord(tx, actor, recordId)
    const staying = record.files.filter(({ id }) => !removeFiles.includes(id))
    const leaving = record.files.filter(({ id }) => removeFiles.includes(id))
    const found = await caseFault(tx, actor, draft.caseId, body.side)
    // One may take a file off and put the same on again, under another name.
    for (const { id } of leaving)
      await tx.earlierFile.update({ where: { id }, data: { removedAt: actor.at, removedById: personIdOf(actor) } })
    const stored = await storeFiles(tx, actor, files, { bodyId: body.id, recordId })
    refuseAll([
      ...recordFaults(draft, staying.length + files.length, recordedFromOf(actor)),
      found,
      ...(stored.faults.length > 0 ? [objection(stored.faults.join(' '), 'fil')] : []),
      reason.trim() === '' ? objection('Skriv, hvorfor du retter.', 'reason') : null,
    ])
    const columns = columnsOf(draft)
    const { count } = await tx.earlierRecord.updateMany({
      where: { id: recordId, version },
      data: { ...columns, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict({ title: record.title, text: record.text }, record.version)
    await addFiles(tx, actor, recordId, stored.kept)
    const before = Object.fromEntries(Object.keys(columns).map(name => [name, record[name as keyof typeof columns]]))
    const after = {
      ...columns,
      reason: reason.trim(),
      filesAdded: told(stored.kept),
      filesRemoved: leaving.map(({ name }) => name),
    }
    const events = [event('earlierRecordCorrected', 'earlierRecord', recordId, { before, after })]
    return { result: undefined, events }
  })

export interface Withdrawal {
  recordId: number
  version: number
  reason: string
}

/** Entered by mistake: it stands nowhere any more but for those who look after the body's documents, with why. */
export const withdrawRecord = (actor: Actor, { recordId, version, reason }: Withdrawal): Promise<void> =>
  write(actor, async tx => {
    const { record } = await openRecord(tx, actor, recordId)
    if (reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    const { count } = await tx.earlierRecord.updateMany({
      where: { id: recordId, version },
      data: {
        withdrawnAt: actor.at,
        withdrawnById: personIdOf(actor),
        withdrawnReason: reason.trim(),
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new Conflict({ reason: '' }, record.version)
    const after = { title: record.title, reason: reason.trim() }
    return { result: undefined, events: [event('earlierRecordWithdrawn', 'earlierRecord', recordId, { after })] }
  })

async function openRecord(tx: Tx, actor: Actor, id: number) {
  const record = await tx.earlierRecord.findUnique({
    where: { id },
    include: { files: { where: { removedAt: null }, orderBy: { id: 'asc' } }, body: true },
  })
  if (!record || !viewOf(actor).readsBody(record.body)) throw notFound('Dokumentet findes ikke.')
  const body = await keptBody(tx, actor, record.bodyId)
  if (record.withdrawnAt !== null) throw brokenRule('Dokumentet er trukket tilbage og kan ikke ændres.')
  return { record, body }
}
