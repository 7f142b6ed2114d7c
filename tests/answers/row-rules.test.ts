import { describe, expect, test } from 'vitest'
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

test('an answer that stands goes on standing where a browser has gone back to a page without it', () => {
  const standing = { id: 4, by: 'Karen Holm', state: 'YES' as const, reason: '', evidence: '' }
  expect(judgeRow({ ...said, seen: 4 }, { ...row, standing })).toEqual({ kind: 'nothing' })
  expect(judgeRow({ ...said, seen: 4, reason: 'Nu ikke.' }, { ...row, standing })).toMatchObject({ kind: 'faults' })
})

test('a row that one has not touched is nothing, also where somebody else has answered it meanwhile', () => {
  const offered = { id: 3, by: 'Karen Holm', state: 'NO' as const, reason: 'Der er ingen.', evidence: '' }
  const standing = { ...offered, id: 4, state: 'YES' as const, reason: '' }
  const untouched = { ...said, reason: 'Der er ingen.' }
  expect(judgeRow(untouched, { ...row, offered })).toEqual({ kind: 'nothing' })
  expect(judgeRow(untouched, { ...row, offered, standing })).toEqual({ kind: 'nothing' })
  expect(judgeRow({ ...said, reason: 'Der er én.' }, { ...row, offered, standing })).toMatchObject({ kind: 'faults' })
})

describe('last time’s answer that is ticked as unchanged', () => {
  const offered = { id: 7, by: 'Karen Holm', state: 'NO' as const, reason: 'Der er ingen.', evidence: 'Referatet' }
  const ticked = { ...said, reason: 'Der er ingen.', evidence: 'Referatet', confirms: true, offered: 7 }
  const sentenceOf = (verdict: ReturnType<typeof judgeRow>) =>
    verdict.kind === 'faults' ? verdict.faults[0]?.sentence : verdict.kind

  test('is the answer word for word, and says which it confirms', () => {
    expect(judgeRow(ticked, { ...row, offered })).toEqual({
      kind: 'answer',
      answer: { state: 'NO', reason: 'Der er ingen.', evidence: 'Referatet' },
      confirms: 7,
    })
    expect(judgeRow({ ...ticked, state: 'NO' }, { ...row, offered })).toMatchObject({ confirms: 7 })
  })

  test('is not confirmed where it was changed besides, or is another than the one that was shown', () => {
    for (const changed of [{ state: 'YES' }, { reason: 'Der er én.' }, { evidence: '' }])
      expect(sentenceOf(judgeRow({ ...ticked, ...changed }, { ...row, offered }))).toContain('både bekræftet')
    expect(sentenceOf(judgeRow({ ...ticked, offered: 6 }, { ...row, offered }))).toContain('Genindlæs siden')
    expect(sentenceOf(judgeRow(ticked, row))).toContain('Genindlæs siden')
  })

  test('stands once: a second press stores nothing, and what somebody else answered meanwhile is told', () => {
    const standing = { ...offered, id: 9 }
    expect(judgeRow(ticked, { ...row, offered, standing })).toEqual({ kind: 'nothing' })
    expect(judgeRow(ticked, { ...row, standing })).toEqual({ kind: 'nothing' })
    expect(sentenceOf(judgeRow(ticked, { ...row, offered, standing: { ...standing, state: 'YES' as const } }))).toBe(
      'Karen Holm har svaret imens.',
    )
  })
})
