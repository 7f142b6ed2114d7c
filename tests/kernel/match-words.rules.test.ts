import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchWords } from '../../src/kernel/match-words.ts'

test('every word must be there, the last one as it begins', () => {
  expect(matchWords('fleksibel udlejn')).toBe('"fleksibel" "udlejn"*')
})

test('nothing typed is an operator', () => {
  expect(matchWords('title:"x" OR NEAR(y) -z*')).toBe('"title" "x" "or" "near" "y" "z"*')
})

test('without a word there is nothing to search for', () => {
  expect(matchWords('')).toBeNull()
  expect(matchWords(' »–« ')).toBeNull()
})

test('whatever is typed, only quoted letters and digits come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), typed => {
      expect(matchWords(typed) ?? '').toMatch(/^("[\p{L}\p{N}]+"( |\*$))*$/u)
    }),
  )
})
