import fc from 'fast-check'
import { expect, test } from 'vitest'
// @ts-expect-error: what runs in the browser is plain JavaScript
import { mergeFields, sameFields } from '../../public/js/merge-fields.js'
import { runs } from '../support/runs.ts'

const long = ['text']
const base = { text: 'Aftalt.', outcome: '', outcomeNote: '' }

test('what one has not touched is the other’s', () => {
  const mine = { ...base, text: 'Aftalt, og mere til.' }
  const theirs = { ...base, outcome: 'POSTPONED', outcomeNote: 'mødet den 4. maj 2026' }
  expect(mergeFields(base, mine, theirs, long)).toEqual({
    fields: { text: 'Aftalt, og mere til.', outcome: 'POSTPONED', outcomeNote: 'mødet den 4. maj 2026' },
    disputed: [],
    taken: ['outcome', 'outcomeNote'],
    merged: [],
  })
})

test('a text that both have changed is chosen by a person', () => {
  const merged = mergeFields(base, { ...base, text: 'Min.' }, { ...base, text: 'Din.' }, long)
  expect(merged).toMatchObject({ disputed: ['text'], fields: { text: 'Min.' } })
})

test('a result and its remark belong together', () => {
  const mine = { ...base, outcomeNote: 'til næste møde' }
  const merged = mergeFields(base, mine, { ...base, outcome: 'FORWARDED', outcomeNote: 'kommunen' }, long)
  expect(merged.disputed).toEqual(['outcome', 'outcomeNote'])
})

test('both who wrote the same agree, whatever the ends of their lines and how their letters are made', () => {
  expect(sameFields({ text: 'Punkt a\nPunkt å ' }, { text: 'Punkt a\r\nPunkt a\u030a' })).toBe(true)
  const merged = mergeFields(base, { ...base, text: 'Ens' }, { ...base, text: 'Ens ' }, long)
  expect(merged.disputed).toEqual([])
})

const word = fc.constantFrom('', 'en', 'to', 'tre')
const fields = fc.record({ text: word, outcome: word, outcomeNote: word })

test('nothing that either wrote is lost: it is in the form, or it is asked about', () => {
  fc.assert(
    fc.property(fields, fields, fields, (began, mine, theirs) => {
      const merged = mergeFields(began, mine, theirs, long)
      for (const name of ['text', 'outcome', 'outcomeNote'] as const) {
        const shown = merged.fields[name]
        if (mine[name] !== began[name]) expect(shown).toBe(mine[name])
        if (theirs[name] !== began[name] && shown !== theirs[name]) expect(merged.disputed).toContain(name)
      }
    }),
    runs(200, 20_000),
  )
})
