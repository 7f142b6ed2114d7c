import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { matchWords } from '../../../kernel/match-words.ts'
import type { ListQuery } from './forms.ts'
import { recordColumns, rowColumns } from './queries.ts'

const listRow = rowsOf({ ...recordColumns, files: column.number })
export type ListRow = RowOf<typeof listRow>

export type ListFilter = Pick<ListQuery, 'q' | 'organ' | 'art' | 'aar' | 'vis' | 'sorter'> & { after: Cursor | null }

const orders = {
  nyeste: { by: 'r.day DESC, r.id DESC', rest: '(r.day, r.id) < (?, ?)' },
  aeldste: { by: 'r.day, r.id', rest: '(r.day, r.id) > (?, ?)' },
  registreret: { by: 'r.id DESC', rest: 'r.id < ?' },
} as const

/** One more than a page holds, or as many as are asked for: one statement. */
export function readList(actor: Actor, filter: ListFilter, limit = pageSize + 1): ListRow[] {
  const view = viewOf(actor)
  const conditions = [view.earlier('r')]
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  where(filter.vis === 'trukket' ? 'r.withdrawnAt IS NOT NULL' : 'r.withdrawnAt IS NULL')
  if (filter.vis === 'gaelder') where(inForce, actor.today)
  if (filter.organ) where('b.slug = ?', filter.organ)
  if (filter.art) where('r.kind = ?', filter.art)
  if (filter.aar) where('r.day BETWEEN ? AND ?', `${filter.aar}-01-01`, `${filter.aar}-12-31`)
  const words = filter.q ? matchWords(filter.q) : null
  // What is indexed of a closed document is its public title alone, and of a withdrawn one nothing.
  if (words) where('r.id IN (SELECT rowid FROM EarlierRecordSearch WHERE EarlierRecordSearch MATCH ?)', words)
  const order = orders[filter.sorter]
  if (filter.after) where(order.rest, ...(filter.sorter === 'registreret' ? [] : [filter.after.key]), filter.after.id)
  return actor.database.sql.all(
    listRow,
    `SELECT ${rowColumns(view)}, CASE WHEN ${view.insideEarlier('r')} THEN
       (SELECT count(*) FROM EarlierFile f WHERE f.recordId = r.id AND f.removedAt IS NULL) ELSE 0 END AS files
     FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
     WHERE ${conditions.join(' AND ')} ORDER BY ${order.by} LIMIT ?`,
    ...values,
    limit,
  )
}

/** SQL condition: a shared position that holds on the day, which is given once. */
const inForce = 'r.position = 1 AND (r.positionUntil IS NULL OR r.positionUntil >= ?)'

const yearRow = rowsOf({ year: column.text })

/** The years of the documents that the person may see, the newest first. */
export const recordYears = (actor: Actor): string[] =>
  actor.database.sql
    .all(
      yearRow,
      `SELECT DISTINCT substr(r.day, 1, 4) AS year FROM EarlierRecord r WHERE ${viewOf(actor).earlier('r')} ORDER BY 1 DESC`,
    )
    .map(({ year }) => year)

const positionRow = rowsOf({ ...recordColumns, text: column.text })
export type PositionRow = RowOf<typeof positionRow>

/** Shared positions from before the portal that hold on a day, newest first, one more than are shown. */
export function readPositions(actor: Actor, on: Day, limit: number): PositionRow[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    positionRow,
    `SELECT ${rowColumns(view)}, CASE WHEN ${view.insideEarlier('r')} THEN r.text ELSE '' END AS text
     FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
     WHERE r.withdrawnAt IS NULL AND ${inForce} AND ${view.earlier('r')} ORDER BY r.day DESC, r.id DESC LIMIT ?`,
    on,
    limit,
  )
}
