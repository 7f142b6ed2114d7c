import type { Actor } from '../../../access/actor.ts'
import { write } from '../../../database/write.ts'
import { objection } from '../../../kernel/objection.ts'
import { refuseAll } from '../../../kernel/refusal.ts'
import type { IncomingFile } from '../../ground/documents/index.ts'
import { recordFaults } from './record-rules.ts'
import { caseFault, createRecord, keptBody, type RecordDraft, recordedFromOf, storeFiles } from './store-record.ts'

export interface NewRecord extends RecordDraft {
  bodyId: number
  files: readonly IncomingFile[]
}

/** Enters a document from before the portal as what it is, by the secretariat of its body (§7, R69). */
export const enterRecord = (actor: Actor, { bodyId, files, ...draft }: NewRecord): Promise<{ id: number }> =>
  write(actor, async tx => {
    const body = await keptBody(tx, actor, bodyId)
    const found = await caseFault(tx, actor, draft.caseId, body.side)
    const stored = await storeFiles(tx, actor, files, { bodyId })
    refuseAll([
      ...recordFaults(draft, files.length, recordedFromOf(actor)),
      found,
      ...(stored.faults.length > 0 ? [objection(stored.faults.join(' '), 'fil')] : []),
    ])
    const { id, event } = await createRecord(tx, actor, body, draft, stored.kept)
    return { result: { id }, events: [event] }
  })
