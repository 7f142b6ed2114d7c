import { expect, test } from 'vitest'
import { conflictPairs } from '../../src/http/forms/conflict-pairs.ts'

const form = (current: Record<string, string>, values: Record<string, unknown>) => ({
  values,
  errors: {},
  conflict: { current, version: 2, message: 'En anden har gemt.' },
})

test('both texts of a field stand beside each other under its label', () => {
  expect(conflictPairs(form({ text: 'Hendes' }, { text: 'Min' }), { text: 'Referat' }, { text: [] })).toEqual([
    { label: 'Referat', saved: 'Hendes', yours: 'Min' },
  ])
})

test('what both left alike or empty is no conflict, whatever the ends of their lines', () => {
  const current = { text: 'a\nb', outcomeNote: '', reason: '' }
  expect(conflictPairs(form(current, { text: 'a\r\nb ', outcomeNote: '' }))).toEqual([])
})

test('a choice is said in its own words, and a day as it is written', () => {
  const outcomes = [
    { value: '', text: 'Intet resultat endnu' },
    { value: 'DECIDED', text: 'Tiltrådt' },
  ]
  const shown = form({ outcome: 'DECIDED', to: '2026-03-12' }, { outcome: '', to: '13.03.2026' })
  expect(conflictPairs(shown, { outcome: 'Resultat', to: 'Til' }, { outcome: outcomes, to: [] })).toEqual([
    { label: 'Resultat', saved: 'Tiltrådt', yours: '(intet)' },
    { label: 'Til', saved: '12.03.2026', yours: '13.03.2026' },
  ])
})
