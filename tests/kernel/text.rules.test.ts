import { expect, test } from 'vitest'
import { contentHash } from '../../src/kernel/hash.ts'
import { compareDanish, listDanish, plural, slugOf } from '../../src/kernel/text.ts'

test('Danish order, lists and addresses', () => {
  expect(['Åløkke', 'Ærø', 'Østerbo', 'Zoo', 'Aalborg'].sort(compareDanish)).toEqual([
    'Zoo',
    'Ærø',
    'Østerbo',
    'Aalborg',
    'Åløkke',
  ])
  expect(listDanish(['a', 'b', 'c'])).toBe('a, b og c')
  expect(listDanish(['a'])).toBe('a')
  expect(plural(1, 'punkt', 'punkter')).toBe('1 punkt')
  expect(slugOf('Ældre- og Handicapforvaltningen')).toBe('aeldre-og-handicapforvaltningen')
})

test('the same content has the same hash, in whatever order its keys stand', () => {
  expect(contentHash({ a: 1, b: [1n, null] })).toBe(contentHash({ b: [1n, null], a: 1, c: undefined }))
  expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }))
})
