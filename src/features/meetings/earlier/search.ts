import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { type DayPrecision, writtenDay } from '../../../kernel/days.ts'
import { type EarlierKind, kindNames, mark } from './labels.ts'
import { recordPath } from './paths.ts'

export const earlierSearch: SearchKind[] = [
  {
    slug: 'foer-portalen',
    order: 50,
    heading: mark,
    more: 'Vis alle dokumenter fra før portalen',
    closedText: 'Lukket',
    find: (actor, words, before, limit) => findEarlier(actor, words, before, limit).map(earlierHit),
  },
]

const hitRow = rowsOf({
  id: column.number,
  title: column.text,
  kind: column.oneOf<EarlierKind>(),
  day: column.day,
  dayPrecision: column.oneOf<DayPrecision>(),
  body: column.text,
  closed: column.flag,
})
type EarlierHit = RowOf<typeof hitRow>

/** Documents from before the portal, by their number, title and text. */
function findEarlier(actor: Actor, words: string, before: number, limit: number): EarlierHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    hitRow,
    `SELECT r.id, ${view.earlierTitle('r')} AS title, r.kind, r.day, r.dayPrecision, b.name AS body, r.closed
     FROM EarlierRecordSearch JOIN EarlierRecord r ON r.id = EarlierRecordSearch.rowid JOIN Body b ON b.id = r.bodyId
     WHERE EarlierRecordSearch MATCH ? AND EarlierRecordSearch.rowid < ? AND ${view.earlier('r')}
     ORDER BY EarlierRecordSearch.rowid DESC LIMIT ?`,
    words,
    before,
    limit,
  )
}

const earlierHit = (row: EarlierHit): Hit => ({
  id: row.id,
  href: recordPath(row.id),
  title: row.title,
  about: `${mark}: ${kindNames[row.kind]}, ${row.body}, ${writtenDay(row.day, row.dayPrecision)}`,
  closed: row.closed,
})
