import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../../http/feature.ts'
import { longDay } from '../../../../kernel/days.ts'
import { decisionPath } from '../paths.ts'

export const decisionSearch: SearchKind[] = [
  {
    slug: 'beslutninger',
    order: 10,
    heading: 'Beslutninger',
    more: 'Vis alle beslutninger',
    closedText: 'Lukket punkt',
    find: (actor, words, before, limit) => findDecisions(actor, words, before, limit).map(decisionHit),
  },
]

const decisionHitRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  decidedOn: column.day,
  body: column.text,
  closed: column.flag,
})
type DecisionHit = RowOf<typeof decisionHitRow>

function findDecisions(actor: Actor, words: string, before: number, limit: number): DecisionHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    decisionHitRow,
    `SELECT d.id, d.number, d.decidedOn, d.closed, b.name AS body,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title
                 ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     FROM DecisionSearch JOIN Decision d ON d.id = DecisionSearch.rowid JOIN Body b ON b.id = d.bodyId
     WHERE DecisionSearch MATCH ? AND DecisionSearch.rowid < ? AND ${view.decisions('d')}
     ORDER BY DecisionSearch.rowid DESC LIMIT ?`,
    words,
    before,
    limit,
  )
}

const decisionHit = (row: DecisionHit): Hit => ({
  id: row.id,
  href: decisionPath(row.number),
  title: `${row.number} ${row.title}`,
  about: `${row.body}, ${longDay(row.decidedOn)}`,
  closed: row.closed,
})
