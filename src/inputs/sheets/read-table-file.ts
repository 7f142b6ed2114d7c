import { holdsCpr } from '../../kernel/cpr.ts'
import { csvLines } from '../../kernel/read-csv.ts'
import { compoundOf, isCompound, isPacked, isPdf } from '../containers.ts'
import { readPlainText } from '../plain-text.ts'
import { Zip } from '../zip.ts'
import { refusedTable } from './refused-tables.ts'
import { type Cell, columnName, type Sheet, type SheetRow, type TableFile, tableLimits } from './table.ts'
import { readWorkbook } from './workbook.ts'

/**
 * A table from outside, by its own content: a workbook is a packed file, and anything else is text with separators.
 * @throws Unreadable with the reason and what to do, in Danish
 */
export async function readTableFile(bytes: Buffer): Promise<TableFile> {
  if (bytes.length === 0) throw refusedTable.empty()
  if (bytes.length > tableLimits.megabytes * 1024 * 1024) throw refusedTable.tooManyBytes(bytes.length)
  const file = isPacked(bytes) ? await readPacked(bytes) : readText(bytes)
  if (file.sheets.every(({ rows }) => rows.length === 0)) throw refusedTable.empty()
  refuseCpr(file.sheets)
  return file
}

async function readPacked(bytes: Buffer): Promise<TableFile> {
  const zip = new Zip(bytes, { damaged: refusedTable.damaged, locked: refusedTable.protected })
  const sheets = await readWorkbook(zip)
  const hidden = sheets.filter(sheet => sheet.hidden && sheet.rows.length > 0)
  return {
    form: 'xlsx',
    sheets: sheets.filter(({ rows }) => rows.length > 0),
    notes: hidden.map(({ name }) => `Arket »${name}« er skjult i regnearket. Det læses kun, hvis du vælger det.`),
  }
}

function readText(bytes: Buffer): TableFile {
  if (isCompound(bytes)) {
    const { kind } = compoundOf(bytes)
    throw kind === 'protected'
      ? refusedTable.protected()
      : kind === 'excel'
        ? refusedTable.oldExcel()
        : refusedTable.other()
  }
  const read = isPdf(bytes) ? null : readPlainText(bytes)
  if (!read || /^\s*</.test(read.text)) throw refusedTable.other()
  const { text, separator } = withoutHint(read.text)
  const rows: SheetRow[] = []
  let count = 0
  for (const { line, cells } of csvLines(text, separator)) {
    if (rows.length + 1 >= tableLimits.rows) throw refusedTable.tooManyRows()
    if (cells.length > tableLimits.columns) throw refusedTable.tooManyColumns(cells.length, '')
    count += cells.length
    if (count > tableLimits.cells) throw refusedTable.tooManyCells()
    const long = cells.findIndex(cell => cell.length > tableLimits.letters)
    if (long !== -1) throw refusedTable.longCell(`${columnName(long)}${line}`)
    rows.push({ line, cells: cells.map(orNull) })
  }
  return {
    form: 'csv',
    sheets: [{ name: '', hidden: false, rows, merged: [] }],
    notes: read.changed,
  }
}

const orNull = (cell: string): Cell => (cell === '' ? null : cell)

/** »sep=;«, which spreadsheets write before the table. The line stays, so that rows keep their numbers. */
function withoutHint(text: string): { text: string; separator: ';' | ',' | '\t' | undefined } {
  const hint = /^sep=([;,\t])\n/i.exec(text)
  return { text: hint ? text.replace(/^.*/, '') : text, separator: hint?.[1] as ';' | ',' | '\t' | undefined }
}

function refuseCpr(sheets: readonly Sheet[]): void {
  const places: string[] = []
  let count = 0
  for (const { name, rows } of sheets)
    for (const { line, cells } of rows)
      for (const [at, cell] of cells.entries()) {
        if (!mayBePersonal(cell)) continue
        count += 1
        if (places.length < 5) places.push(`${name === '' ? '' : `${name}, `}celle ${columnName(at)}${line}`)
      }
  if (count > 0) throw refusedTable.cpr(places, count)
}

/** The decimals of a number are no digits of a person's. */
const mayBePersonal = (cell: Cell): boolean =>
  typeof cell === 'number'
    ? Number.isInteger(cell) && cell >= 101_000_000 && holdsCpr(String(cell).padStart(10, '0'))
    : cell !== null && cell.length >= 10 && !/^-?\d+[.,]\d+(E[-+]?\d+)?$/i.test(cell) && holdsCpr(cell)
