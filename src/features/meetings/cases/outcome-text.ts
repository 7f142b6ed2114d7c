import { afterOpening, phrase, sentence } from '../../../kernel/text.ts'
import { outcomeLabels } from './labels.ts'

/** What happened to an item, as a sentence: for some outcomes it is begun here and ends in the secretary's words. */

export type OutcomeKey = keyof typeof outcomeLabels

/** The words that stand before the field where an outcome's sentence goes on. */
export const outcomeOpenings: Partial<Record<OutcomeKey, string>> = {
  DECIDED_WITH_CHANGES: 'Tiltrådt med den ændring, at',
  ADOPTED_SUBJECT_TO_APPROVAL: 'Tiltrådt med forbehold for godkendelse i',
  POSTPONED: 'Punktet er udsat til',
  SENT_BACK: 'Tilbagesendt til',
  FORWARDED: 'Oversendt til',
}

/** As it is kept: the whole sentence, whether or not the opening was typed again. Other notes stay as they were typed. */
export function outcomeSentence(outcome: OutcomeKey | null, typed: string): string {
  const opening = outcome && outcomeOpenings[outcome]
  const words = opening ? afterOpening(opening, typed) : typed.trim()
  return opening && words ? sentence(`${opening} ${words}`) : words
}

/** What stands in the field: the sentence without its opening and its end. */
export function outcomeWords(outcome: OutcomeKey | null, kept: string): string {
  const opening = outcome && outcomeOpenings[outcome]
  return opening ? phrase(afterOpening(opening, kept)) : kept
}

/**
 * As it is read. Notes from before the openings were no part of a sentence: those stand after the outcome's name, as
 * they always did in minutes that are sealed.
 */
export function outcomeText(outcome: OutcomeKey, kept: string): string {
  const note = kept.trim()
  if (!note) return outcomeLabels[outcome]
  const opening = outcomeOpenings[outcome]
  const words = opening ? afterOpening(opening, note) : note
  if (opening && words !== note) return words ? sentence(`${opening} ${words}`) : outcomeLabels[outcome]
  if (outcome === 'FORWARDED' || outcome === 'ADOPTED_SUBJECT_TO_APPROVAL') return sentence(`${opening} ${note}`)
  return `${outcomeLabels[outcome]}: ${sentence(note)}`
}
