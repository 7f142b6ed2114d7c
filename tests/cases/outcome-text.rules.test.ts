import { expect, test } from 'vitest'
import { outcomeSentence, outcomeText, outcomeWords } from '../../src/features/meetings/cases/outcome-text.ts'

test.each([
  ['POSTPONED', 'mødet den 21. januar 2027', 'Punktet er udsat til mødet den 21. januar 2027.'],
  ['POSTPONED', 'Punktet er udsat til næste møde.', 'Punktet er udsat til næste møde.'],
  ['POSTPONED', 'udsat til næste møde', 'Punktet er udsat til næste møde.'],
  ['FORWARDED', 'til byrådet', 'Oversendt til byrådet.'],
  ['SENT_BACK', 'til forslagsstilleren', 'Tilbagesendt til forslagsstilleren.'],
  [
    'DECIDED_WITH_CHANGES',
    'Med den ændring, at kravet er 20 timer.',
    'Tiltrådt med den ændring, at kravet er 20 timer.',
  ],
  ['DECIDED_WITH_CHANGES', 'fristen er den 1. maj', 'Tiltrådt med den ændring, at fristen er den 1. maj.'],
] as const)('%s, with %j typed, is kept and read as one sentence', (outcome, typed, told) => {
  const kept = outcomeSentence(outcome, typed)
  expect(kept).toBe(told)
  expect(outcomeText(outcome, kept)).toBe(told)
  expect(outcomeSentence(outcome, outcomeWords(outcome, kept))).toBe(told)
})

test('without words it is the outcome alone, and the reservation is said once', () => {
  expect(outcomeText('POSTPONED', '')).toBe('Punktet er udsat')
  expect(outcomeText('NOTED', ' ')).toBe('Taget til efterretning')
  expect(outcomeText('ADOPTED_SUBJECT_TO_APPROVAL', 'med forbehold for godkendelse i Lunde Byråd')).toBe(
    'Tiltrådt med forbehold for godkendelse i Lunde Byråd.',
  )
})

test('a note that was no part of the sentence still stands after the outcome’s name', () => {
  expect(outcomeText('POSTPONED', 'fordi tiden gik')).toBe('Punktet er udsat: fordi tiden gik.')
  expect(outcomeText('NOTED', 'Der var spørgsmål.')).toBe('Taget til efterretning: Der var spørgsmål.')
  expect(outcomeText('FORWARDED', 'byrådet')).toBe('Oversendt til byrådet.')
})
