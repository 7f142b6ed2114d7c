import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import type { SqlValue } from '../../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Cursor, cursorField, pageSize } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import { adoptedSql, inForceSql } from '../adopted-sql.ts'
import { readDraftsSql } from '../open-drafts.ts'

/** What the address of a list of texts may say. */
export const textListQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  vis: z.enum(['', 'gaelder', 'arbejde']).optional().catch('').default(''),
  sorter: z.enum(['titel', 'nyeste']).optional().catch('titel').default('titel'),
  efter: cursorField,
})
export type TextListQuery = z.output<typeof textListQuery>

const listRow = rowsOf({
  id: column.number,
  slug: column.text,
  title: column.text,
  writtenAt: column.moment,
})
export type TextListRow = RowOf<typeof listRow>

/** What the content itself must say, by its place in the JSON: '$.type'. */
type ContentFilter = { content: string } & ({ is: string } | { below: string })

export type TextListFilter = Pick<TextListQuery, 'q' | 'vis' | 'sorter'> & {
  after: Cursor | null
  of?: readonly ContentFilter[]
}

const orders = {
  titel: { by: 'fold(title), id', rest: '(fold(title), id) > (?, ?)' },
  nyeste: { by: 'writtenAt DESC, id DESC', rest: '(writtenAt, id) < (?, ?)' },
} as const

/**
 * A kind's texts, one more than a page holds: one statement. A text is called what it is called in force; one that only
 * the secretariats have seen is in their lists alone, and so is what they write on.
 */
export function readTextList(actor: Actor, kind: { key: string }, filter: TextListFilter): TextListRow[] {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  const view = viewOf(actor)
  if (filter.vis === 'gaelder') where('inForce')
  if (filter.vis === 'arbejde') where('newer')
  const words = fold(filter.q).split(/\s+/).filter(Boolean).slice(0, 8)
  for (const word of words) where(`instr(fold(title), ?) > 0`, word)
  for (const one of filter.of ?? [])
    if ('is' in one) where('json_extract(content, ?) = ?', one.content, one.is)
    else where('json_extract(content, ?) < ?', one.content, one.below)
  const order = orders[filter.sorter]
  if (filter.after) where(order.rest, filter.after.key, filter.after.id)
  return keptRows(
    actor.database,
    listRow,
    `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql}, listed AS (
       SELECT s.id, s.slug, coalesce(n.createdAt, i.createdAt) AS writtenAt, i.id IS NOT NULL AS inForce,
              coalesce(i.title, n.title) AS title, coalesce(i.content, n.content) AS content,
              n.id IS NOT NULL AND n.id IS NOT i.id AS newer
       FROM SharedText s LEFT JOIN inForce f ON f.textId = s.id LEFT JOIN TextDraft i ON i.id = f.draftId
         LEFT JOIN TextDraft n ON n.textId = s.id AND n.number = (
           SELECT max(d.number) FROM TextDraft d WHERE d.textId = s.id AND ${readDraftsSql(actor, 'd')})
       WHERE s.kind = ? AND (i.id IS NOT NULL OR n.id IS NOT NULL)
     )
     SELECT id, slug, title, writtenAt FROM listed ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${order.by} LIMIT ?`,
    actor.today,
    kind.key,
    ...values,
    pageSize + 1,
  )
}
