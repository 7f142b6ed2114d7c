import { expect, test } from 'vitest'
import { csvOf } from '../../src/kernel/csv.ts'

const lines = (cells: string[]) => csvOf(['A'], [cells]).toString('utf8').split('\r\n')[1]

test('a table has a byte order mark, semicolons and Windows line ends', () => {
  expect(csvOf(['Navn', 'Beløb'], [['Søparken', '12,50']]).toString('utf8')).toBe(
    '\uFEFFNavn;Beløb\r\nSøparken;12,50\r\n',
  )
})

test.each(['=SUM(A1)', '+1', '-1', '@cmd', '\tx', '\rx'])('»%s« is text, not a formula', text => {
  expect(lines([text])?.replace(/^"/, '').startsWith("'")).toBe(true)
})

test('what would end a cell is quoted', () => {
  expect(lines(['a;b', 'c "d"', 'e\nf', 'g'])).toBe('"a;b";"c ""d""";"e\nf";g')
})

test('an ordinary text with a dash inside is left alone', () => {
  expect(lines(['By- og Kulturforvaltningen'])).toBe('By- og Kulturforvaltningen')
})
