import { column } from '../database/rows.ts'

/** What an item's openness is worked out from. */
export interface ItemOpenness {
  /** As the agenda stands now. */
  closed: boolean
  /** As the latest sending that held the item had it; null: it has not been sent. */
  sentClosed: boolean | null
  /** The meeting moved it to the open part. */
  openedInstead?: boolean | null | undefined
  /** The meeting moved it to the closed part. */
  closedInstead?: boolean | null | undefined
}

/**
 * Whether an item is closed (R69), asked here alone: closed as it was sent or as it stands now, whichever hides more,
 * until the meeting itself has moved it.
 */
export const isClosed = (item: ItemOpenness): boolean =>
  !item.openedInstead && (isClosedOnAgenda(item) || item.closedInstead === true)

/** The same before the meeting has moved anything: what the meeting moves an item from. */
export const isClosedOnAgenda = (item: Pick<ItemOpenness, 'closed' | 'sentClosed'>): boolean =>
  item.closed || item.sentClosed === true

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
