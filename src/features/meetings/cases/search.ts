import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Hit, SearchKind } from '../../../http/feature.ts'
import { casePath } from './paths.ts'

export const caseSearch: SearchKind[] = [
  {
    slug: 'sager',
    order: 40,
    heading: 'Sager',
    more: 'Vis alle sager',
    closedText: 'Lukket punkt',
    find: (actor, words, before, limit) => findCases(actor, words, before, limit).map(caseHit),
  },
]

const hitRow = rowsOf({ id: column.number, number: column.text, title: column.text, summary: column.text })
type CaseHit = RowOf<typeof hitRow>

function findCases(actor: Actor, words: string, before: number, limit: number): CaseHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    hitRow,
    `SELECT c.id, c.number, ${view.caseTitle('c')} AS title,
            CASE WHEN ${view.insideCases('c')} THEN c.summary ELSE '' END AS summary
     FROM CaseSearch JOIN "Case" c ON c.id = CaseSearch.rowid
     WHERE CaseSearch MATCH ? AND CaseSearch.rowid < ? AND ${view.cases('c')}
     ORDER BY CaseSearch.rowid DESC LIMIT ?`,
    words,
    before,
    limit,
  )
}

const caseHit = (row: CaseHit): Hit => ({
  id: row.id,
  href: casePath(row.number),
  title: `${row.number} ${row.title}`,
  about: row.summary,
  closed: false,
})
