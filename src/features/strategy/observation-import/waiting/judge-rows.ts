import { readFile, rm } from 'node:fs/promises'
import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { moduleBeside, readApart } from '../../../../inputs/reader.ts'
import type { FileToJudge } from '../apart/judge-file.ts'
import type { Outcome } from './outcome.ts'
import { factsMark, writeFacts } from './read-facts.ts'
import { endedText, tableReading } from './take-file.ts'
import { findWaiting, keepAbout, partsOf, type WaitingFile } from './waiting-files.ts'

/** Files whose rows are being judged just now. */
const underWay = new Map<string, Promise<void>>()

export const townOf = (actor: Actor): string => cooperationOf(actor.database).town

/** Whether the rows were judged by what the portal has now. */
export const isJudged = (actor: Actor, { outcome, facts }: WaitingFile): boolean =>
  outcome !== null && facts === factsMark(actor, townOf(actor))

/**
 * Begins to judge a file's rows, apart, unless that is under way. It goes on when nobody waits for it any longer.
 * @param patience milliseconds that its end is waited for
 * @returns the file as it is then
 */
export async function judgeRows(actor: Actor, waiting: WaitingFile, patience: number): Promise<WaitingFile> {
  const { id, personId } = waiting
  let work = underWay.get(id)
  if (!work) {
    work = judged(actor, waiting).finally(() => underWay.delete(id))
    underWay.set(id, work)
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
  return (await findWaiting(actor.database, id, personId)) ?? waiting
}

export const isUnderWay = (id: string): boolean => underWay.has(id)

/** How far it has come, as the process that judges has told it. */
export const stageOf = async (actor: Actor, id: string): Promise<string> =>
  (await readFile(partsOf(actor.database, id).stage, 'utf8').catch(() => '')) || 'Filen læses'

async function judged(actor: Actor, waiting: WaitingFile): Promise<void> {
  const { database } = actor
  const { id, mapping } = waiting
  const parts = partsOf(database, id)
  await rm(parts.outcome, { force: true })
  const facts = await writeFacts(actor, townOf(actor), parts.facts)
  const input: FileToJudge = {
    ...{ path: parts.file, mapping: mapping ?? {}, facts: parts.facts },
    ...{ outcome: parts.outcome, rejected: parts.rejected, stage: parts.stage },
  }
  const module = moduleBeside(new URL('../apart/x', import.meta.url).href, 'judge-file')
  try {
    const found = await readApart<Outcome | { refused: string }>({
      ...{ module, input, who: `person ${waiting.personId}`, limits: tableReading },
    })
    const done = 'refused' in found ? { outcome: null, refused: found.refused } : { outcome: found, refused: '' }
    await keepAbout(database, { ...waiting, ...done, facts })
  } catch (fault) {
    const told = endedText(fault)
    await keepAbout(database, { ...waiting, outcome: null, refused: told ?? endedWithout, facts })
    if (told === null) throw fault
  }
}

const endedWithout = 'Rækkerne kunne ikke bedømmes. Prøv igen.'
