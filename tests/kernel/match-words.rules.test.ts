import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endsInSingle, matchWords, wordsMatch } from '../../src/kernel/match-words.ts'

test('every word must be there, the last one as it begins', () => {
  expect(matchWords('fleksibel udlejn')).toBe('"fleksibel" "udlejn"*')
})

test('nothing typed is an operator', () => {
  expect(matchWords('title:"x" OR NEAR(y) -z*')).toBe('"title" "x" "or" "near" "y" "z"')
})

test('without a word there is nothing to search for', () => {
  expect(matchWords('')).toBeNull()
  expect(matchWords(' »–« ')).toBeNull()
})

test('whatever is typed, only quoted letters and digits come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), typed => {
      expect(matchWords(typed) ?? '').toMatch(/^("[\p{L}\p{N}]+"( |\*?$))*$/u)
    }),
  )
})

test('a single letter or digit at the end is a word of its own', () => {
  expect(matchWords('a')).toBe('"a"')
  expect(matchWords('Blok B.')).toBe('"blok" "b"')
  expect(matchWords('§ 5')).toBe('"5"')
  expect(matchWords('e bo')).toBe('"e" "bo"*')
  for (const typed of ['a', 'blok b', '§ 5', '𝒶']) expect(endsInSingle(typed), typed).toBe(true)
  for (const typed of ['', '»', 'bo', 'b blok', '12']) expect(endsInSingle(typed), typed).toBe(false)
})

test('a text at hand is found as the search tables find theirs', () => {
  const found = (typed: string, text: string) => wordsMatch(matchWords(typed) ?? '', text)
  expect(found('mosen park', 'Mosen Parkerne')).toBe(true)
  expect(found('park mosen', 'Mosen Parkerne')).toBe(false)
  expect(found('sen', 'Søen')).toBe(false)
  expect(found('soe', 'Søen')).toBe(true)
  expect(found('afdeling 1', 'Birkeparken, afdeling 12')).toBe(false)
})
