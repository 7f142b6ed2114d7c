import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, headerFileName } from '../../src/kernel/file-names.ts'

test.each([
  ['bilag 1.pdf', 'bilag 1.pdf'],
  ['C:\\Users\\ib\\bilag.pdf', 'bilag.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u030arsplan.pdf', 'årsplan.pdf'],
  ['regning\u202Efdp.exe', 'regningfdp.exe'],
  ['\u2067skjult\u2069\u200b.docx', 'skjult.docx'],
  ['linje\nto\u0000.txt', 'linjeto.txt'],
  ['\ud800halv.pdf', 'halv.pdf'],
  ['   ', 'fil'],
  ['', 'fil'],
])('the name %j becomes %j', (given, cleaned) => {
  expect(cleanFileName(given)).toBe(cleaned)
})

test('a long name keeps its ending', () => {
  const name = cleanFileName(`${'æ'.repeat(400)}.docx`)
  expect([...name]).toHaveLength(150)
  expect(name).toMatch(/æ\.docx$/)
})

test('whatever the name, it fits a header, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
      const name = cleanFileName(given)
      expect(cleanFileName(name)).toBe(name)
      expect(headerFileName(given)).toMatch(/^[\w.!~%-]+$/)
    }),
  )
})
