import type { View } from '../../../access/visibility.ts'

/**
 * What was sent, for those who may not read drafts: while a meeting is called, a change to its agenda waits for its
 * supplement, and a cancelled meeting's agenda stays as it was sent. All are SQL; `m` and `i` are the aliases of a
 * meeting and of an item of it.
 */
export interface SentItems {
  /** The person reads the rows themselves: one prepares the meeting, or it has been opened. */
  readsRows(m: string): string
  /** The item is on the agenda that the person reads. */
  onAgenda(m: string, i: string): string
  /** The item's field as the person reads it. */
  field(m: string, i: string, name: string): string
  /** The attachment `a` is among those that the person reads with the item. */
  attached(m: string, i: string, a: string): string
  /** What a search index holds of the item is what the person reads. */
  asIndexed(m: string, i: string): string
}

export function sentItems(view: View): SentItems {
  const readsRows = (m: string) => `(${m}.state NOT IN ('CALLED','CANCELLED') OR ${view.drafts(m)})`
  const field = (m: string, i: string, name: string) =>
    `CASE WHEN ${readsRows(m)} THEN ${i}.${name} ELSE json_extract(${sentItem(m, i)}, '$.${name}') END`
  return {
    readsRows,
    field,
    onAgenda: (m, i) => `CASE WHEN ${readsRows(m)} THEN ${i}.removedAt IS NULL ELSE ${sentItem(m, i)} IS NOT NULL END`,
    attached: (m, i, a) =>
      `CASE WHEN ${readsRows(m)} THEN ${a}.removedAt IS NULL ELSE EXISTS (
         SELECT 1 FROM json_each(${sentItem(m, i)}, '$.attachments') file
         WHERE json_extract(file.value, '$.id') = ${a}.id) END`,
    asIndexed: (m, i) =>
      `(${readsRows(m)} OR (${['title', 'summary', 'closed', 'publicTitle']
        .map(name => `${i}.${name} IS json_extract(${sentItem(m, i)}, '$.${name}')`)
        .join(' AND ')}))`,
  }
}

/** The item as the meeting's latest sending has it, in JSON; null when that has no such item. */
const sentItem = (m: string, i: string): string =>
  `(SELECT part.value FROM json_each((SELECT sent.content FROM AgendaVersion sent WHERE sent.meetingId = ${m}.id
     ORDER BY sent.number DESC LIMIT 1), '$.items') part WHERE json_extract(part.value, '$.id') = ${i}.id)`
