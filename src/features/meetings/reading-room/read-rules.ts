/** Where an item stands for one reader: never read, read as it stands now, or changed since. */
export type ReadState = 'unread' | 'read' | 'changed'

export interface ItemStanding {
  state: ReadState
  /** Danish names of what was changed since it was read. */
  fields: readonly string[]
}

/** What the sendings after one brought, by the item's number among all items. */
export type ChangedSince = (sending: number) => ReadonlyMap<number, readonly string[]>

/**
 * An item that was read is read until a sending changes it. Another number alone, because of the items around it, is no
 * change.
 * @param readIn the sending that was read; undefined: it never was
 */
export function standingOf(itemId: number, readIn: number | undefined, changedSince: ChangedSince): ItemStanding {
  if (readIn === undefined) return { state: 'unread', fields: [] }
  const fields = changedSince(readIn).get(itemId)
  return fields ? { state: 'changed', fields } : { state: 'read', fields: [] }
}

/** How many of the items are still to be read, those that were changed among them. */
export const leftToRead = (items: readonly number[], standing: (itemId: number) => ItemStanding): number =>
  items.filter(id => standing(id).state !== 'read').length
