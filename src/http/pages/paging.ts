import { z } from 'zod'
import { column, rowsOf } from '../../database/rows.ts'

/** Lists page by key, never by offset: the cursor holds the sort key and the id of the last row shown. */
/** Of a statement that finds where a step of a list ends. */
export const cursorRow = rowsOf({ key: column.text, id: column.number })

export interface Cursor {
  key: string
  id: number
}

export const pageSize = 50

export const cursorField = z
  .string()
  .optional()
  .transform(value => readCursor(value))

export function readCursor(value: string | undefined): Cursor | null {
  const match = value ? /^(.{1,60})~(\d{1,15})$/.exec(value) : null
  return match?.[1] && match[2] ? { key: match[1], id: Number(match[2]) } : null
}

export const cursorText = (cursor: Cursor): string => `${cursor.key}~${cursor.id}`

/** Rows were asked for with one more than a page holds: the surplus row tells that there is a next page. */
export function takePage<Row>(
  rows: Row[],
  cursorOf: (row: Row) => Cursor,
  size = pageSize,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? cursorText(cursorOf(last)) : null }
}

/** The same address with other query values; null and '' leave a value out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parts.set(name, String(value))
  }
  const text = parts.toString()
  return text ? `${path}?${text}` : path
}

/**
 * A page of rows that were read whole: those after the one that the page before ended with.
 * @param path and query of the list, for the links to its other pages
 */
export function pageOf<Row extends { id: number }>(
  rows: readonly Row[],
  after: Cursor | null,
  list: { path: string; query: Record<string, string | null | undefined> },
): { rows: Row[]; nextHref: string | null; prevHref: string | null } {
  const begins = after === null ? 0 : rows.findIndex(({ id }) => id === after.id) + 1
  const { rows: shown, next } = takePage(rows.slice(begins), ({ id }) => ({ key: '-', id }))
  return {
    rows: shown,
    nextHref: next ? withQuery(list.path, { ...list.query, efter: next }) : null,
    prevHref: after ? withQuery(list.path, list.query) : null,
  }
}
