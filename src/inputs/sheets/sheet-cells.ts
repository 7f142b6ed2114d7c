import { dayOfSerial, type Meaning, percentText } from './number-formats.ts'
import { refusedTable } from './refused-tables.ts'
import { type Cell, columnName, type Merged, placeOf, type SheetRow, tableLimits } from './table.ts'
import { readXmlStream } from './xml-stream.ts'

/** What the cells of a sheet are read by. */
export interface SheetContext {
  name: string
  strings: readonly string[]
  /** What a number means, by its cell's style. */
  meanings: readonly Meaning[]
  from1904: boolean
  /** Cells and rows of the sheets before it: the limits are the whole file's. */
  counted: { rows: number; cells: number }
}

interface OpenCell {
  column: number
  line: number
  kind: string
  style: number
  value: string
}

/** @throws Unreadable with the limit, or with the places of its formulas */
export async function readSheetCells(
  chunks: AsyncIterable<Buffer>,
  context: SheetContext,
): Promise<{ rows: SheetRow[]; merged: Merged[] }> {
  const rows: SheetRow[] = []
  const merged: Merged[] = []
  const formulas: { count: number; first: string[] } = { count: 0, first: [] }
  let row: SheetRow = { line: 0, cells: [] }
  let cell: OpenCell | null = null
  let taking = false

  const finishRow = () => {
    if (!row.cells.some(one => one !== null)) return
    context.counted.rows += 1
    if (context.counted.rows >= tableLimits.rows) throw refusedTable.tooManyRows()
    rows.push(row)
  }
  const finishCell = ({ column, line, kind, style, value }: OpenCell) => {
    if (value === '') return
    if (value.length > tableLimits.letters) throw refusedTable.longCell(`${columnName(column)}${line}`)
    const read = cellOf(value, kind, context.meanings[style] ?? 'number', context)
    if (read === null || read === '') return
    context.counted.cells += 1
    if (context.counted.cells > tableLimits.cells) throw refusedTable.tooManyCells()
    while (row.cells.length < column) row.cells.push(null)
    row.cells[column] = read
  }

  await readXmlStream(chunks, {
    open(name, attributes) {
      if (name === 'row') {
        const line = Number(attributes.r)
        row = { line: Number.isInteger(line) && line > 0 ? line : row.line + 1, cells: [] }
      } else if (name === 'c') {
        const place = attributes.r === undefined ? null : placeOf(attributes.r)
        const column = place?.column ?? (cell ? cell.column + 1 : row.cells.length)
        if (column >= tableLimits.columns) throw refusedTable.tooManyColumns(column + 1, context.name)
        cell = { column, line: row.line, kind: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' }
      } else if (name === 'f' && cell) {
        formulas.count += 1
        if (formulas.first.length < 3) formulas.first.push(`${columnName(cell.column)}${cell.line}`)
      } else if (name === 'v' || name === 't') taking = cell !== null
      else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(placeOf)
        if (from && to && merged.length < 10_000)
          merged.push({ top: from.line, left: from.column, bottom: to.line, right: to.column })
      }
    },
    text(words) {
      if (taking && cell && cell.value.length <= tableLimits.letters) cell.value += words
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c' && cell) finishCell(cell)
      else if (name === 'row') {
        cell = null
        finishRow()
      }
    },
  })
  if (formulas.count > 0) throw refusedTable.formulas({ sheet: context.name, ...formulas })
  return { rows, merged }
}

function cellOf(value: string, kind: string, meaning: Meaning, context: SheetContext): Cell {
  switch (kind) {
    case 's':
      return wordsOf(context.strings[Number(value)] ?? '')
    case 'str':
    case 'inlineStr':
      return wordsOf(value)
    case 'b':
      return value === '1' ? 'SAND' : 'FALSK'
    case 'd':
      return value.slice(0, 10)
    case 'e':
      return value
    default:
      return numberOf(value, meaning, context.from1904)
  }
}

/** Twelve and a half stays as it is stored: what it is shown with is rounding for the eye. */
function numberOf(value: string, meaning: Meaning, from1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  switch (meaning) {
    case 'percent':
      return percentText(number)
    case 'day':
      return dayOfSerial(number, from1904) ?? number
    case 'year':
      return dayOfSerial(number, from1904)?.slice(0, 4) ?? number
    default:
      return number
  }
}

const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
