import { hashBytes } from '../../../../kernel/hash.ts'
import { type ItemKind, inOrder, type Placed } from '../agenda/agenda-rules.ts'

/** What the editor's list tells of an item, and changes in it. */
export interface AgendaLine {
  title: string
  kind: ItemKind
  presenter: string | null
  /** Whole minutes. */
  plannedMinutes: number
}

export const lineOf = ({ title, kind, presenter, plannedMinutes }: AgendaLine): AgendaLine => ({
  title,
  kind,
  presenter,
  plannedMinutes,
})

export const isSameLine = (one: AgendaLine, other: AgendaLine): boolean =>
  one.title === other.title &&
  one.kind === other.kind &&
  one.presenter === other.presenter &&
  one.plannedMinutes === other.plannedMinutes

/** A field of the list as its form names it. */
export const lineField = (id: number, field: string): string => `lines[i${id}][${field}]`

type LineField = keyof AgendaLine | 'number'
export type NumberedLine = AgendaLine & { number?: number | undefined }

const fields = ['title', 'kind', 'presenter', 'plannedMinutes', 'number'] as const

/** Whether each field of a line is what the form was opened with. */
export const isUntouched = (typed: NumberedLine, held: (field: LineField, text: string) => boolean): boolean =>
  fields.every(field => held(field, String(typed[field] ?? '')))

/**
 * What is to be saved of a line when others have saved since the form was opened: a field that one has touched is as it
 * was typed, any other as it stands.
 *
 * @param held whether the form was opened with this text in the field
 * @returns null: the same field was changed by both, each in its own way
 */
export function mergedLine(
  typed: NumberedLine,
  now: NumberedLine,
  held: (field: LineField, text: string) => boolean,
): NumberedLine | null {
  const merged = { ...now }
  for (const field of fields) {
    const [mine, standing] = [String(typed[field] ?? ''), String(now[field] ?? '')]
    if (mine === standing || held(field, mine)) continue
    if (!held(field, standing)) return null
    Object.assign(merged, { [field]: typed[field] })
  }
  return merged
}

/**
 * Names the list as it stands: another text of an item, another order, an item more or less gives another number, so
 * that a form made from an older list is known.
 */
export const listVersion = (items: readonly { id: number; version: number; position: number }[]): number =>
  Number.parseInt(hashBytes(JSON.stringify(items.map(one => [one.id, one.version, one.position]))).slice(0, 7), 16)

/**
 * The order when numbers were typed: who got another number comes where that number is, the lowest first, and the
 * others follow each other as before. The standing items keep their places.
 *
 * @param items those that may be moved among each other, in their order; the first bears the number `position`
 * @param wanted the typed numbers, by the item's id; a number below the first or above the last is the end of the list
 */
export function orderWanted<Item extends Placed & { position: number }>(
  items: readonly Item[],
  wanted: ReadonlyMap<number, number>,
): Item[] {
  const first = items[0]?.position ?? 1
  const isMoved = ({ id, position, standing }: Item) => standing === null && (wanted.get(id) ?? position) !== position
  const order = items.filter(item => !isMoved(item))
  const placed = items
    .filter(isMoved)
    .map(item => ({ item, to: wanted.get(item.id) ?? item.position }))
    .toSorted((one, other) => one.to - other.to)
  for (const { item, to } of placed) order.splice(Math.max(0, Math.min(order.length, to - first)), 0, item)
  return inOrder(order)
}
