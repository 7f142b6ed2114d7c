/**
 * A column of a table. Its name is said once, and stands in the head, and on a phone, where a row is a card, before each
 * of its cells.
 */
export interface Column {
  text: string
  /** The row's field: words, a number, a status with its kind, or a link of its own. */
  key?: string
  /** A template for the cell, in the place of words: told of the row as `row`, and of the page as `given`. */
  view?: string
  /** What its cells are: the row's own heading, a number that is not broken, an amount, lines, a code to be typed. */
  kind?: 'head' | 'number' | 'amount' | 'lines' | 'code'
  /** The row's field with the address that the words lead to; where that is empty, the words stand alone. */
  href?: string
  /** Said where there is nothing. */
  none?: string
  /** The row's field with what stands below, softly. */
  soft?: string
  /** Marks after the words: where the row's field says so, with its own words or with those given here. */
  tags?: readonly { key: string; text?: string; kind?: TagKind }[]
  /** What can be done with the row: where the row's field has an address. `about` is a field that tells it from others. */
  links?: readonly { key: string; text: string; about?: string }[]
  /** Not on paper. */
  screenOnly?: boolean
  /** False: there is no such column on this page. */
  shown?: boolean
}

type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export type Row = Readonly<Record<string, unknown>>

interface Link {
  href: string
  text: string
  /** For those who hear it: what it is about. */
  about: string
}

interface Tag {
  text: string
  kind: TagKind
}

/** A cell as it is printed. */
export interface Cell {
  label: string
  isHead: boolean
  className: string
  text: string
  href: string
  code: boolean
  view: string
  soft: string
  tags: Tag[]
  links: Link[]
}

export const shownColumns = (columns: readonly Column[]): Column[] => columns.filter(({ shown }) => shown !== false)

/** The row's cells, one for each column. */
export const cellsOf = (columns: readonly Column[], row: Row): Cell[] => columns.map(column => cellOf(column, row))

function cellOf(column: Column, row: Row): Cell {
  const value = column.key ? row[column.key] : undefined
  const own = isObject(value) ? value : {}
  const words = isObject(value) ? textOf(own.text) : textOf(value)
  const isStatus = own.kind !== undefined
  return {
    label: column.text,
    isHead: column.kind === 'head',
    className: classOf(column),
    text: isStatus ? '' : words || (column.none ?? ''),
    href: column.href ? textOf(row[column.href]) : textOf(own.href),
    code: column.kind === 'code',
    view: column.view ?? '',
    soft: column.soft ? textOf(row[column.soft]) : '',
    tags: [
      ...(isStatus ? [{ text: words, kind: own.kind as TagKind }] : []),
      ...(column.tags ?? []).flatMap(tagIn(row)),
    ],
    links: (column.links ?? []).flatMap(linkIn(row)),
  }
}

/** The class of a column's heading and of its cells. */
export const classOf = ({ kind, screenOnly }: Column): string =>
  [kind === 'number' || kind === 'amount' || kind === 'lines' ? kind : '', screenOnly ? 'no-print' : '']
    .filter(Boolean)
    .join(' ')

/** A cell of a matrix with the name of its column, its colour and how many columns it stands for. */
export interface MatrixCell {
  cell: Row
  label: string
  kind: string
  span: number
}

/**
 * The cells of a row of a matrix: one for each column, fewer where one stands for several and says so (`columns`, and
 * `kind` as the name of all of them), or one for all columns where the row has nothing yet (`missing`).
 */
export function matrixCells(
  columns: readonly { text: string }[],
  row: { missing?: Row | null; cells: readonly Row[] },
): MatrixCell[] {
  const { missing } = row
  if (missing) return [{ cell: missing, label: '', kind: kindOf(missing.tag), span: columns.length }]
  return row.cells.map((cell, index) => ({
    cell,
    label: textOf(cell.kind ?? columns[index]?.text),
    kind: kindOf(cell.tag),
    span: Number(cell.columns ?? 1),
  }))
}

/** Of a mark, or of its kind alone. */
const kindOf = (tag: unknown): string => textOf(isObject(tag) ? tag.kind : tag)

const tagIn =
  (row: Row) =>
  ({ key, text, kind }: { key: string; text?: string; kind?: TagKind }): Tag[] => {
    const said = row[key]
    if (!said) return []
    if (isObject(said)) return [{ text: textOf(said.text), kind: (said.kind as TagKind) ?? 'neutral' }]
    return [{ text: text ?? textOf(said), kind: kind ?? 'neutral' }]
  }

const linkIn =
  (row: Row) =>
  ({ key, text, about }: { key: string; text: string; about?: string }): Link[] =>
    row[key] ? [{ href: textOf(row[key]), text, about: about ? textOf(row[about]) : '' }] : []

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
