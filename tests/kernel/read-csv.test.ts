import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/kernel/csv.ts'
import { readCsv, separatorOf } from '../../src/kernel/read-csv.ts'

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells)

describe('a table', () => {
  test.each([
    [';', 'Navn;E-mail\nKaren;k@x.dk'],
    [',', 'Navn,E-mail\nKaren,k@x.dk'],
    ['\t', 'Navn\tE-mail\nKaren\tk@x.dk'],
  ])('is parted by %j, which its headings show', (separator, text) => {
    expect(separatorOf(text)).toBe(separator)
    expect(cellsOf(text)).toEqual([
      ['Navn', 'E-mail'],
      ['Karen', 'k@x.dk'],
    ])
  })

  test('may have separators, line ends and quotes in a quoted cell', () => {
    expect(cellsOf('a;b\n"en; to";"linje 1\nlinje ""2"""\n')).toEqual([
      ['a', 'b'],
      ['en; to', 'linje 1\nlinje "2"'],
    ])
  })

  test('has a quote within a cell, and one that is never closed, as letters', () => {
    expect(cellsOf('a;b\nJens "Jes" By;x\n"uden ende;y')).toEqual([
      ['a', 'b'],
      ['Jens "Jes" By', 'x'],
      ['"uden ende', 'y'],
    ])
  })

  test('counts lines as a person does, over cells of several lines and empty ones', () => {
    expect(readCsv('a;b\n"1\n2";x\n\n;\ny;z').map(({ line }) => line)).toEqual([1, 2, 6])
  })

  test('without any text has no rows', () => {
    expect(readCsv('')).toEqual([])
    expect(readCsv('\n;;\n \n')).toEqual([])
  })
})

test('what is written as a table is read as it was, texts that look like formulas too', () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('=1+1', '+45 66112233', '@x', '-', '"', 'a;b', 'a\nb'),
    )
    .map(text => text.replace(/\r/g, '').trim())
    // A text that begins as the guard writes it cannot be told from one that was guarded.
    .filter(text => !/^'[=+\-@\t＝＋－＠]/.test(text) && text !== '\uFEFF' && !text.startsWith('\uFEFF'))
  const table = fc.integer({ min: 2, max: 5 }).chain(width =>
    fc.array(
      fc.array(cell, { minLength: width, maxLength: width }).filter(cells => cells.some(text => text !== '')),
      { minLength: 1, maxLength: 6 },
    ),
  )
  fc.assert(
    fc.property(table, rows => {
      const [head = [], ...rest] = [rows[0]?.map((_cell, at) => `kolonne ${at}`) ?? [], ...rows]
      const text = csvOf(head, rest)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r\n/g, '\n')
      expect(cellsOf(text)).toEqual([head, ...rest])
    }),
    { numRuns: process.env.DEEP === '1' ? 5000 : 200 },
  )
})
