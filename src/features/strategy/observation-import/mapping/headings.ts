import { type Cell, columnName, type Merged, type Sheet } from '../../../../inputs/sheets/table.ts'
import { fold } from '../../../../kernel/fold.ts'

/** A column of a sheet as its heading names it. */
export interface Heading {
  index: number
  /** »C« */
  letter: string
  /** As it stands, from the top down where there are two lines of headings: »2023 tæller«. */
  label: string
  /** The same from year to year: »{år} taeller«. */
  key: string
  /** The year that it names; null: none, or several. */
  year: number | null
  /** »C1–E1« where it stands once over several columns. */
  merged: string | null
}

export interface HeadingLines {
  /** The line of the file where the headings end: what follows is rows. */
  last: number
  headings: Heading[]
}

/** The first line that has words in at least two cells is where the headings begin. Titles above them have one. */
export function firstHeadingLine({ rows }: Sheet): number {
  const found = rows.slice(0, 20).find(({ cells }) => cells.filter(isTold).length >= 2)
  return (found ?? rows[0])?.line ?? 1
}

/** The columns' headings: of one line, and of the line under it too where cells of the first are merged across columns. */
export function headingsOf(sheet: Sheet, line = firstHeadingLine(sheet)): HeadingLines {
  const across = sheet.merged.filter(({ top, left, right }) => top === line && right > left)
  const upper = spread(cellsOf(sheet, line), sheet.merged, line)
  const below = across.length > 0 ? cellsOf(sheet, line + 1) : null
  if (below) goOn(upper, below)
  const width = Math.max(upper.length, below?.length ?? 0)
  const headings = Array.from({ length: width }, (_none, index) => {
    const parts = [upper[index], below?.[index]].filter(isTold).map(wordsOf)
    const label = [...new Set(parts)].join(' ')
    const over = across.find(({ left, right }) => index >= left && index <= right)
    const merged = over ? `${columnName(over.left)}${line}–${columnName(over.right)}${line}` : null
    return { index, letter: columnName(index), label, key: headingKey(label), year: yearIn(label), merged }
  })
  return { last: below ? line + 1 : line, headings: headings.filter(({ label }) => label !== '') }
}

/** A year that stands once over several columns goes on over those beside it, also where its cells are not merged. */
function goOn(upper: Cell[], below: readonly Cell[]): void {
  for (const [at, cell] of below.entries()) {
    const before = upper[at - 1]
    if (isTold(cell) && !isTold(upper[at]) && isTold(before) && yearIn(String(before)) !== null) upper[at] = before
  }
}

const cellsOf = ({ rows }: Sheet, line: number): Cell[] => rows.find(row => row.line === line)?.cells ?? []

/** What stands in the first of merged cells stands for all of them. */
function spread(cells: readonly Cell[], merged: readonly Merged[], line: number): Cell[] {
  const told = [...cells]
  for (const { top, left, bottom, right } of merged) {
    if (line < top || line > bottom) continue
    for (let at = left; at <= Math.min(right, 600); at += 1) {
      while (told.length <= at) told.push(null)
      told[at] ??= cells[left] ?? null
    }
  }
  return told
}

const isTold = (cell: Cell | undefined): cell is string | number => cell !== null && cell !== undefined && cell !== ''

const wordsOf = (cell: string | number): string =>
  String(cell)
    .replace(/\s+/g, ' ')
    .trim()
    // A day that stands for its year: what spreadsheets make of a heading that is written as a date.
    .replace(/^((?:19|20)\d\d)-(?:01-01|12-31)$/, '$1')

const years = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** The year that a text names; null where it names none or more than one. */
export function yearIn(text: string): number | null {
  const found = [...new Set(text.match(years) ?? [])]
  return found.length === 1 ? Number(found[0]) : null
}

/** What a heading is recognised by next year: its letters, with its year as a year. */
export const headingKey = (label: string): string =>
  fold(label)
    .replace(years, '{aar}')
    .replace(/[^a-z0-9{}%]+/g, ' ')
    .trim()
