/** A cell as it is stored: a number, or words. A day is written YYYY-MM-DD, without a time zone. */
export type Cell = string | number | null

export interface SheetRow {
  /** As a person counts it in the file, from 1. */
  line: number
  cells: Cell[]
}

/** Cells that are one to the eye: what stands in the first stands for all. Lines from 1, columns from 0. */
export interface Merged {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Sheet {
  /** Empty: a file of text has no name for its only sheet. */
  name: string
  hidden: boolean
  /** Those with anything in them. */
  rows: SheetRow[]
  merged: Merged[]
}

export interface TableFile {
  form: 'csv' | 'xlsx'
  sheets: Sheet[]
  /** What the reader should know of how it was read, in whole sentences. */
  notes: string[]
}

/** What is read of one file, and what it may unpack to: a small file must not fill the memory. */
export const tableLimits = {
  megabytes: 30,
  rows: 500_000,
  columns: 500,
  cells: 4_000_000,
  sheets: 50,
  unpackedMegabytes: 300,
  /** In one cell. */
  letters: 2_000,
} as const

/** »C«, »AB«: as spreadsheets name a column. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** The place of »AB12«: its column from 0 and its line; null where it is no place. */
export function placeOf(reference: string): { column: number; line: number } | null {
  const found = /^\$?([A-Z]{1,7})\$?(\d{1,9})$/.exec(reference)
  if (!found?.[1]) return null
  let column = 0
  for (const letter of found[1]) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, line: Number(found[2]) }
}
