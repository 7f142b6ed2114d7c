import type { Actor } from '../../../../access/actor.ts'
import { write } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import type { WrittenDate } from '../../../../kernel/written-date.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import type { EarlierKind } from '../labels.ts'
import { closedFaults, recordFaults } from '../record-rules.ts'
import { caseFault, createRecord, keptBody, recordedFromOf, storeFiles } from '../store-record.ts'

export interface DocumentRow {
  file: IncomingFile
  skip: boolean
  date: WrittenDate | null
  kind: EarlierKind
  number: string
  title: string
}

export interface ManyRecords {
  bodyId: number
  caseId: number | null
  /** Of all of them alike. */
  closed: boolean
  closedReason: string
  publicTitle: string
  rows: readonly DocumentRow[]
}

/** Several documents of a body at once, each with its file: all of them or none. @returns how many */
export const enterMany = (actor: Actor, given: ManyRecords): Promise<number> =>
  write(actor, async tx => {
    const { bodyId, rows } = given
    const closing = { closed: given.closed, closedReason: given.closedReason, publicTitle: given.publicTitle }
    const body = await keptBody(tx, actor, bodyId)
    const recordedFrom = recordedFromOf(actor)
    const taken = rows.flatMap((row, at) => (row.skip ? [] : [{ row, at }]))
    const stored = []
    const faults: Objection[] = []
    if (taken.length === 0) faults.push(objection('Alle filer er udeladt. Tag mindst én med, eller fortryd.'))
    for (const { row, at } of taken) {
      const draft = { ...row, ...closing, caseId: given.caseId, text: '', position: false, positionUntil: null }
      const own = recordFaults({ ...draft, closed: false }, 1, recordedFrom)
      // In the list of errors the field is out of sight: the sentence names its file.
      faults.push(
        ...own.map(({ field, sentence }) => objection(`${row.file.name}: ${sentence}`, `rows[${at}][${field}]`)),
      )
      const files = await storeFiles(tx, actor, [row.file], { bodyId })
      if (files.faults.length > 0) faults.push(objection(`${files.faults.join(' ')} Udelad den.`, `rows[${at}][skip]`))
      stored.push({ draft, files: files.kept })
    }
    refuseAll([...faults, ...closedFaults(closing), await caseFault(tx, actor, given.caseId, body.side)])
    const events = []
    for (const { draft, files } of stored) events.push((await createRecord(tx, actor, body, draft, files)).event)
    return { result: stored.length, events }
  })
