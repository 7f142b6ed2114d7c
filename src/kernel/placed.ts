/** Where one of several stands among the others: the least first, with room between them for what comes later. */
export interface Placed {
  readonly order: number
}

export const inOrder = <One extends Placed>(all: readonly One[]): One[] =>
  all.toSorted((one, other) => one.order - other.order)

// ---- lists whose parts have lasting keys: what is written of a part elsewhere names it by its key, whatever its place

interface Keyed {
  readonly key: string
}

/** A key that no part has ever had: »p7«. */
export const freeKey = (letter: string, ever: readonly string[]): string =>
  `${letter}${Math.max(0, ...ever.map(known => Number(known.slice(letter.length)) || 0)) + 1}`

/** @returns null when the part is not there */
export const withEdited = <Part extends Keyed>(
  parts: readonly Part[],
  key: string,
  said: Omit<Part, 'key'>,
): Part[] | null =>
  parts.some(part => part.key === key)
    ? parts.map(part => (part.key === key ? ({ ...said, key } as Part) : part))
    : null

/** @returns null when the part is not there */
export function without<Part extends Keyed>(parts: readonly Part[], key: string): Part[] | null {
  const rest = parts.filter(part => part.key !== key)
  return rest.length === parts.length ? null : rest
}

/** One place up or down. @returns null when the part is not there or stands there already */
export function withMoved<Part extends Keyed>(
  parts: readonly Part[],
  key: string,
  direction: 'UP' | 'DOWN',
): Part[] | null {
  const from = parts.findIndex(part => part.key === key)
  const [part] = from < 0 ? [] : parts.slice(from, from + 1)
  const to = direction === 'UP' ? from - 1 : from + 1
  if (!part || to < 0 || to >= parts.length) return null
  return parts.toSpliced(from, 1).toSpliced(to, 0, part)
}
