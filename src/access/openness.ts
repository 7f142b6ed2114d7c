import { column } from '../database/rows.ts'

/** A flag as a row has it: SQLite's own 0 and 1 on a page, a boolean in a transaction. */
type Flag = boolean | number | null | undefined

/** What an item's openness is worked out from. */
export interface ItemOpenness {
  /** As the agenda stands now. */
  closed: Flag
  /** As the latest sending that held the item had it; null: it has not been sent. */
  sentClosed: Flag
  /** The meeting moved it to the open part. */
  openedInstead?: Flag
  /** The meeting moved it to the closed part. */
  closedInstead?: Flag
}

/**
 * Whether an item is closed (R69), asked here alone: closed as it was sent or as it stands now, whichever hides more,
 * until the meeting itself has moved it.
 */
export const isClosed = (item: ItemOpenness): boolean =>
  !item.openedInstead && Boolean(isClosedOnAgenda(item) || item.closedInstead)

/** The same before the meeting has moved anything: what the meeting moves an item from. */
export const isClosedOnAgenda = (item: Pick<ItemOpenness, 'closed' | 'sentClosed'>): boolean =>
  Boolean(item.closed || item.sentClosed)

/** The same as SQL: `i` is an item's alias and `t` its treatment's, joined from the left. */
export const closedSql = (i: string, t: string): string =>
  `(NOT COALESCE(${t}.openedInstead, 0) AND (${i}.closed OR COALESCE(${i}.sentClosed, 0) OR COALESCE(${t}.closedInstead, 0)))`

/** The columns that `isClosed` asks for, as they are described and as SQL. */
export const openness = {
  closed: column.flag,
  sentClosed: column.orNull(column.flag),
  openedInstead: column.orNull(column.flag),
  closedInstead: column.orNull(column.flag),
}
export const opennessColumns = (i: string, t: string): string =>
  `${i}.closed, ${i}.sentClosed, ${t}.openedInstead, ${t}.closedInstead`
