interface Choice {
  value: string
  text: string
}

/** A field of a list's filter bar (views/components/filters). */
export interface Filter {
  /** In the address. */
  name: string
  label: string
  kind: 'search' | 'select' | 'date' | 'check'
  /** As it is filtered now; a check is set by anything but nothing. */
  value: string | number | boolean | null
  /** Of a select; a group has its own. */
  options?: readonly (Choice | { text: string; options: readonly Choice[] })[]
  /** Of a select: the words of the empty choice, where it is not among the options. */
  all?: string
  hint?: string
  fault?: string | null
  /** Wide as a search is. */
  wide?: boolean
  /** False: there is no such field on this page. */
  shown?: boolean
}

/** A field as it is printed: with its id, and those that explain it. */
type PrintedFilter = Filter & { id: string; described: string; wide: boolean }

/** What views/components/filters prints of the fields that it is given. */
export interface FilterBar {
  row: PrintedFilter[]
  more: PrintedFilter[]
  /** Something is searched by words. */
  searches: boolean
  /** One of the further filters is set, so they stand open. */
  isOpen: boolean
}

export function filterBar(fields: readonly Filter[], more: readonly Filter[] = []): FilterBar {
  const bar = { row: printed(fields), more: printed(more) }
  return {
    ...bar,
    searches: [...bar.row, ...bar.more].some(({ kind }) => kind === 'search'),
    isOpen: bar.more.some(({ value }) => Boolean(value)),
  }
}

const printed = (fields: readonly Filter[]): PrintedFilter[] =>
  fields
    .filter(({ shown }) => shown !== false)
    .map(field => {
      const id = `filter-${field.name}`
      const described = [field.hint ? `${id}-hint` : '', field.fault ? `${id}-error` : ''].filter(Boolean).join(' ')
      return { ...field, id, described, wide: field.wide ?? field.kind === 'search' }
    })
