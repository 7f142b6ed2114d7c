import { readFile } from 'node:fs/promises'
import { readTableFile } from '../../../../inputs/sheets/read-table-file.ts'
import type { Sheet } from '../../../../inputs/sheets/table.ts'
import { Unreadable } from '../../../../inputs/unreadable.ts'

/** The beginning of a sheet: enough to name its columns. */
export interface SheetBeginning extends Sheet {
  /** How many rows the whole sheet has. */
  count: number
}

export type Inspected = { refused: string } | { form: 'csv' | 'xlsx'; notes: string[]; sheets: SheetBeginning[] }

/** As many rows of a sheet as are shown where its columns are named. */
export const shownRows = 15

/** For the process that reads: what a file holds, or why it is refused. All of it is read, and its beginning told. */
export default async function inspectFile({ path }: { path: string }): Promise<Inspected> {
  try {
    const { form, notes, sheets } = await readTableFile(await readFile(path))
    return { form, notes, sheets: sheets.map(beginningOf) }
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message }
    throw fault
  }
}

function beginningOf({ rows, merged, ...sheet }: Sheet): SheetBeginning {
  const first = rows.slice(0, shownRows)
  const last = first.at(-1)?.line ?? 0
  return { ...sheet, count: rows.length, rows: first, merged: merged.filter(({ top }) => top <= last) }
}
