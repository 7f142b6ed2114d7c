import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { SealedTable } from './sealed-tables.ts'

/** What one row looked like when the portal last wrote it. */
export interface Seal {
  tableName: string
  /** The primary key as a JSON list. */
  rowKey: string
  /** The set of columns that were sealed: see SealForm. */
  form: string
  /** Over the whole row; nothing when the row was removed. */
  hash: string | null
  /** Four hexadecimal digits a column, in the form's order: enough to name the column that was changed. */
  parts: string | null
}

/** @param content the row's columns as contentSql gives them; nothing when the row is not there */
export function sealOf(table: Pick<SealedTable, 'name' | 'form'>, rowKey: string, content: string | null): Seal {
  const base = { tableName: table.name, rowKey, form: table.form }
  if (content === null) return { ...base, hash: null, parts: null }
  const hash = createHash('sha256').update(`${table.name}\n${rowKey}\n${table.form}\n${content}`).digest('hex')
  const parts = (JSON.parse(content) as string[]).map(partOf).join('')
  return { ...base, hash: hash.slice(0, 32), parts }
}

const partOf = (value: string): string => (crc32(value) & 0xffff).toString(16).padStart(4, '0')

/** The columns in which a row differs from its seal. */
export function changedColumns(columns: string[], sealed: string, found: string): string[] {
  return columns.filter((_name, i) => sealed.slice(4 * i, 4 * i + 4) !== found.slice(4 * i, 4 * i + 4))
}

/** A link of the chain: what one transaction wrote. */
export interface Link {
  id: number
  at: string
  note: string | null
  /** The hash of the link before it. */
  previous: string
  /** Over the seals of all rows that the transaction wrote, in their order. */
  rows: string
  hash: string
}

/** What stands before the first link. */
export const noLink = { id: 0, hash: '' }

/** The form in which links are hashed: another one will begin with another name. */
const linkForm = 'link 1'

export function linkAfter(before: { id: number; hash: string }, made: Pick<Link, 'at' | 'note' | 'rows'>): Link {
  const link = { id: before.id + 1, at: made.at, note: made.note, previous: before.hash, rows: made.rows }
  return { ...link, hash: linkHash(link) }
}

export function digestOf(seals: readonly Seal[]): string {
  const digest = new SealDigest()
  for (const seal of seals) digest.add(seal)
  return digest.value()
}

export const linkHash = (link: Omit<Link, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([linkForm, link.id, link.at, link.note, link.previous, link.rows]))
    .digest('hex')

/** Takes seals one by one, so that a link of any size is checked in little memory. */
export class SealDigest {
  readonly #hash = createHash('sha256')

  add(seal: Seal): void {
    this.#hash.update(`${JSON.stringify([seal.tableName, seal.rowKey, seal.form, seal.hash, seal.parts])}\n`)
  }

  value(): string {
    return this.#hash.digest('hex')
  }
}
