export type Mark = 'new' | 'changed' | 'same'

/** What happened to one row of a list, from one version to the next. */
export interface RowChange<Row> {
  row: Row
  /** As it was; null: it is new. */
  was: Row | null
  mark: Mark
  /** Danish names of what was changed. */
  fields: string[]
}

export interface ListChange<Row> {
  rows: RowChange<Row>[]
  removed: Row[]
  /** Rows that stand in both were put in another order. */
  reordered: boolean
}

/** Danish names of the fields that are others than they were, each once. What has no name here is not told. */
export function changedFields<Fields extends object>(
  before: Fields,
  after: Fields,
  names: Partial<Record<keyof Fields, string>>,
): string[] {
  const changed = (Object.keys(names) as (keyof Fields)[]).filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  return [...new Set(changed.flatMap(field => names[field] ?? []))]
}

/** Rows are the same by their key, wherever they stand. */
export function changedRows<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => number | string,
  names: Partial<Record<keyof Row, string>>,
): ListChange<Row> {
  const earlier = new Map(before.map(row => [keyOf(row), row]))
  const later = new Set(after.map(keyOf))
  const rows = after.map((row): RowChange<Row> => {
    const was = earlier.get(keyOf(row)) ?? null
    const fields = was ? changedFields(was, row, names) : []
    return { row, was, mark: was === null ? 'new' : fields.length > 0 ? 'changed' : 'same', fields }
  })
  const stayed = (list: readonly Row[], other: { has(key: number | string): boolean }) =>
    list.map(keyOf).filter(key => other.has(key))
  return {
    rows,
    removed: before.filter(row => !later.has(keyOf(row))),
    reordered: stayed(before, later).join() !== stayed(after, earlier).join(),
  }
}
