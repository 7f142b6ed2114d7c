import type { Actor } from '../../../../access/actor.ts'
import { personIdOf } from '../../../../access/actor.ts'
import { moduleBeside, ReadingEnded, readApart } from '../../../../inputs/reader.ts'
import { tableLimits } from '../../../../inputs/sheets/table.ts'
import { hashBytes } from '../../../../kernel/hash.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import type { Inspected } from '../apart/inspect-file.ts'
import { likelyMapping, mappingFaults, recognised, sheetSignature } from '../mapping/mapping.ts'
import { readSavedMappings } from '../mapping/saved-mappings.ts'
import { openIndicators } from './read-facts.ts'
import { discard, keepAbout, keepBytes, partsOf, type WaitingFile } from './waiting-files.ts'

export const largestFile = tableLimits.megabytes * 1024 * 1024

/** What the reading and the judging of a file may take: fifty thousand figures take a third of it. */
export const tableReading = { milliseconds: 20_000, megabytes: 256 }

/** @returns why nothing came of it, for whoever sent the file; null: another fault */
export function endedText(fault: unknown): string | null {
  if (!(fault instanceof ReadingEnded)) return null
  switch (fault.why) {
    case 'time':
      return `Filen kunne ikke læses på ${tableReading.milliseconds / 1000} sekunder, så læsningen er standset. Del den i flere filer.`
    case 'memory':
      return `Filen kræver mere end de ${tableReading.megabytes} MB hukommelse, der er sat af til den, så læsningen er standset. Del den i flere filer.`
    case 'broken':
      return 'Filen kan ikke læses. Åbn den i regnearksprogrammet, gem den igen, og prøv med den nye fil.'
    case 'busy':
      return 'Portalen er i gang med at læse andre filer. Vent lidt, og prøv igen.'
  }
}

/**
 * A file's first step: it is read whole, apart, and waits with what is known of its columns. Columns that were named for
 * an earlier file are recognised by their headings.
 * @throws Refusal on the field »fil« with what the file is refused for
 */
export async function takeFile(actor: Actor, { name, buffer }: { name: string; buffer: Buffer }): Promise<WaitingFile> {
  const { database } = actor
  const personId = personIdOf(actor) ?? 0
  const id = await keepBytes(database, buffer)
  try {
    const found = await readApart<Inspected>({
      module: moduleBeside(new URL('../apart/x', import.meta.url).href, 'inspect-file'),
      input: { path: partsOf(database, id).file },
      who: `person ${personId}`,
      limits: tableReading,
    })
    if ('refused' in found) throw brokenRule(found.refused, 'fil')
    const indicators = openIndicators(actor)
    const saved = new Map(readSavedMappings(database).map(one => [one.signature, one]))
    const known: string[] = []
    const mapping = Object.fromEntries(
      found.sheets.map(sheet => {
        const before = saved.get(sheetSignature(sheet))
        if (!before) return [sheet.name, likelyMapping(sheet, indicators)]
        known.push(sheet.name)
        return [sheet.name, recognised(before.mapping, sheet)]
      }),
    )
    const about: WaitingFile = {
      ...{ id, personId, name, size: buffer.length, hash: hashBytes(buffer), at: actor.at },
      ...{ ...found, mapping, recognised: known, outcome: null, facts: '', refused: '' },
    }
    await keepAbout(database, about)
    return about
  } catch (fault) {
    await discard(database, id)
    const told = endedText(fault)
    throw told === null ? fault : brokenRule(told, 'fil')
  }
}

/** Whether its rows can be judged without anybody naming a column: all of it was known from before, and nothing is lacking. */
export const isRecognised = (actor: Actor, { sheets, mapping, recognised: known }: WaitingFile): boolean =>
  sheets.every(sheet => {
    const of = mapping?.[sheet.name]
    return (
      of !== undefined && known.includes(sheet.name) && mappingFaults(sheet, of, openIndicators(actor)).length === 0
    )
  })
