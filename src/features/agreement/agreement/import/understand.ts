import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { readingEndedText } from '../../../../inputs/ended.ts'
import { moduleBeside, readApart } from '../../../../inputs/reader.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { sideHeading } from '../labels.ts'
import type { SideHeadings } from './side-headings.ts'
import type { DocumentGiven, Understood } from './understand-document.ts'

export const largestDocument = 5 * 1024 * 1024

/**
 * Understands a file as an agreement, in a process of its own.
 * @throws Refusal on the field »fil« with the reason when it cannot be read
 */
export async function understandFile(actor: Actor, file: { name: string; buffer: Buffer }): Promise<Understood> {
  const { name, buffer } = file
  if (buffer.length > largestDocument) throw brokenRule(`Filen »${name}« er for stor. Den må højst fylde 5 MB.`, 'fil')
  return understand(actor, { name, bytes: buffer }, { what: `Filen »${name}«`, field: 'fil' })
}

/** The same of a text that was typed, pasted, or read from a file before. */
export const understandText = (actor: Actor, text: string): Promise<Understood> =>
  understand(actor, { text }, { what: 'Teksten', field: 'source' })

async function understand(
  actor: Actor,
  input: DocumentGiven,
  { what, field }: { what: string; field: string },
): Promise<Understood> {
  const answer = await readApart<Understood | { refused: string }>({
    module: moduleBeside(import.meta.url, 'understand-document'),
    input: { ...input, headings: ownHeadings(actor.database) },
    who: `person ${actor.personId ?? 'unknown'}`,
  }).catch(fault => {
    const told = readingEndedText(fault, what)
    throw told === null ? fault : brokenRule(told, field)
  })
  if ('refused' in answer) throw brokenRule(answer.refused.replace(/^(Filen|Dokumentet)(?= )/, whatBefore(what)), field)
  return answer
}

/** »For Odense Kommune«: the parties' own names, whatever kind of name that is. */
const ownHeadings = (database: Database): SideHeadings => ({
  HOUSING: sideHeading(database, 'HOUSING'),
  MUNICIPALITY: sideHeading(database, 'MUNICIPALITY'),
})

/** »Filen »aftale.docx« er tom.« */
const whatBefore = (what: string) => (word: string) => (word === 'Filen' ? what : word)
