import { readFile, writeFile } from 'node:fs/promises'
import { readTableFile } from '../../../../inputs/sheets/read-table-file.ts'
import { Unreadable } from '../../../../inputs/unreadable.ts'
import type { JudgeFacts } from '../judge/facts.ts'
import { judgeSheets } from '../judge/judge-sheets.ts'
import type { FileMapping } from '../mapping/mapping.ts'
import type { Outcome } from '../waiting/outcome.ts'
import { writeOutcome } from '../waiting/write-outcome.ts'

export interface FileToJudge {
  path: string
  mapping: FileMapping
  /** Where the facts lie, as JSON. */
  facts: string
  /** Where the outcome is put: a file that is not there yet. */
  outcome: string
  /** Where the rejected rows of each sheet are put: this, and the sheet's place among those that have any. */
  rejected: string
  /** Where it is told how far the work has come. */
  stage: string
}

/** For the process that reads: judges every figure of a file, and leaves the outcome in a file of its own. */
export default async function judgeFile(given: FileToJudge): Promise<Outcome | { refused: string }> {
  try {
    const tell = (stage: string) => writeFile(given.stage, stage)
    await tell('Filen læses')
    const { sheets } = await readTableFile(await readFile(given.path))
    await tell('Rækkerne bedømmes')
    const facts = JSON.parse(await readFile(given.facts, 'utf8')) as JudgeFacts
    const judged = judgeSheets(sheets, given.mapping, facts)
    await tell('Resultatet gøres klar')
    return await writeOutcome({ judged, sheets, mapping: given.mapping, to: given.outcome, rejected: given.rejected })
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message }
    throw fault
  }
}
