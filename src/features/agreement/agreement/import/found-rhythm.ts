import type { Rhythm } from '../rhythm/revision-rhythm.ts'
import type { TextSection } from '../version/agreement-text.ts'

const counted = ['', '', 'andet', 'tredje', 'fjerde', 'femte', 'sjette', 'syvende', 'ottende', 'niende', 'tiende']
const every = /\bhver(?:t)?\s+(?:(andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|\d{1,2})\.?\s+)?år\b/i
const first = /\bførste\s+gang\s+(?:senest\s+)?i\s+(?:\p{L}+\s+)?(\d{4})/iu

/**
 * What a text says of its revision: »Aftalen tages op til revision hvert fjerde år, første gang i 2030.« Null where no
 * one sentence says both that it is revised, and how often or when first; what it does not say is null.
 */
export function rhythmIn(
  sections: readonly Pick<TextSection, 'number' | 'body'>[],
): { firstYear: number | null; everyYears: number | null; section: string } | null {
  for (const { number, body } of sections) {
    for (const told of body.split(/(?<=\D[.!?])\s+|\n/)) {
      if (!/revision|revider|genforhandl/i.test(told)) continue
      const often = every.exec(told)
      const begins = first.exec(told)
      if (!often && !begins) continue
      return {
        everyYears: often ? yearsOf(often[1]) : null,
        firstYear: begins ? Number(begins[1]) : null,
        section: number,
      }
    }
  }
  return null
}

function yearsOf(word: string | undefined): number {
  if (word === undefined) return 1
  const at = counted.indexOf(word.toLowerCase())
  return at > 0 ? at : Number(word)
}

/** Only a rhythm that is told whole is one. */
export function wholeRhythm(found: ReturnType<typeof rhythmIn>): Rhythm | null {
  const { firstYear, everyYears, section } = found ?? {}
  return firstYear && everyYears ? { firstYear, everyYears, section: section ?? '' } : null
}
