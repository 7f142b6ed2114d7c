import { startsFormula } from './csv.ts'

/** What parts the cells of a line: a Danish spreadsheet's semicolon, a comma, or a tab. */
export type Separator = ';' | ',' | '\t'

export interface CsvLine {
  /** The line of the file that the row begins on, from 1. */
  line: number
  cells: string[]
}

/**
 * A table as spreadsheets write it. A cell in quotes may hold separators, line ends and doubled quotes; a quote inside
 * a cell that does not begin with one is a letter like any other. Lines without any text are left out.
 */
export const readCsv = (text: string, separator: Separator = separatorOf(text)): CsvLine[] => [
  ...csvLines(text, separator),
]

/** The same line by line, for whoever does not want all of a large file. */
export function* csvLines(text: string, separator: Separator = separatorOf(text)): Generator<CsvLine> {
  const sign = new RegExp(`["\\n${separator}]`, 'g')
  let cells: string[] = []
  let at = 0
  let line = 1
  let begins = 1
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, sign)
    cells.push(unguarded(cell.trim()))
    line += cell.split('\n').length - 1
    at = end + 1
    if (text[end] === separator) continue
    if (cells.some(one => one !== '')) yield { line: begins, cells }
    line += 1
    begins = line
    cells = []
  }
}

function plain(text: string, from: number, sign: RegExp): { cell: string; end: number } {
  sign.lastIndex = from
  let found = sign.exec(text)
  while (found?.[0] === '"') found = sign.exec(text)
  const end = found?.index ?? text.length
  return { cell: text.slice(from, end), end }
}

/** Without a closing quote it is no quoted cell: the quote is what somebody wrote. */
function quoted(text: string, from: number, separator: Separator): { cell: string; end: number } {
  const closing = /"(?:[^"]|"")*"/y
  closing.lastIndex = from
  const found = closing.exec(text)
  const ends = found ? closing.lastIndex : 0
  const rest = new RegExp(`[^\\n${separator}]*`, 'y')
  rest.lastIndex = ends
  if (!found) {
    rest.lastIndex = from
    rest.exec(text)
    return { cell: text.slice(from, rest.lastIndex), end: rest.lastIndex }
  }
  rest.exec(text)
  const tail = text.slice(ends, rest.lastIndex)
  return { cell: found[0].slice(1, -1).replaceAll('""', '"') + tail, end: rest.lastIndex }
}

/** What csv.ts put before a text that could be taken for a formula. */
const unguarded = (cell: string): string =>
  cell.startsWith("'") && startsFormula(cell.slice(1)) ? cell.slice(1) : cell

/** The one of the three that parts the first line with any text into the most cells. */
export function separatorOf(text: string): Separator {
  const first = /^\s*?(\S.*)$/m.exec(text)?.[1] ?? ''
  const counted = ([';', '\t', ','] as const).map(one => ({ one, count: first.split(one).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one
}
