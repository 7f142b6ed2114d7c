import { expect, test } from 'vitest'
import { judgeRow, type RowWords } from '../../src/features/ground/answers/index.ts'

// What a row of the page amounts to, whatever is asked. How standards and strategies ask is told with their own rules.

type State = 'YES' | 'NO'
const words: RowWords<State> = {
  states: ['YES', 'NO'],
  choose: 'Vælg et svar.',
  meanwhile: by => `${by} har svaret imens.`,
  owed: state => (state === 'NO' ? 'Skriv hvorfor.' : null),
}
const row = { standing: null, offered: null, field: 'answers[x1]', words }
const said = { state: null, reason: '', evidence: '', seen: null }

test('a choice that is none of those offered is told of, and not stored', () => {
  expect(judgeRow({ ...said, state: 'MAYBE' }, row)).toEqual({
    kind: 'faults',
    faults: [{ sentence: 'Vælg et svar.', field: 'answers[x1][state]' }],
  })
})

test('a choice that must be explained waits for its reason', () => {
  expect(judgeRow({ ...said, state: 'NO' }, row)).toEqual({
    kind: 'faults',
    faults: [{ sentence: 'Skriv hvorfor.', field: 'answers[x1][reason]' }],
  })
  expect(judgeRow({ ...said, state: 'NO', reason: 'Der er ingen.' }, row)).toMatchObject({ kind: 'answer' })
})

test('an answer that stands is not taken back in silence', () => {
  const standing = { id: 4, by: 'Karen Holm', state: 'YES' as const, reason: '', evidence: '' }
  expect(judgeRow({ ...said, seen: 4 }, { ...row, standing })).toMatchObject({ kind: 'faults' })
})
