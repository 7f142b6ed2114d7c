import { expect, test } from 'vitest'
import { sizeText } from '../../src/features/ground/documents/document-rules.ts'

test.each([
  [1, '1 kB'],
  [1008, '1 kB'],
  [1023, '1 kB'],
  [1700, '2 kB'],
  [348_160, '340 kB'],
  [1_023_000, '999 kB'],
  [1_024_000, '1 MB'],
  [2_516_582, '2,4 MB'],
  [25 * 1024 * 1024, '25 MB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
