import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import type { DecisionState } from '../../decisions/decisions/index.ts'

/**
 * What the overview reads: a handful of prepared statements, each bounded, whatever the size of the data. What is the
 * same for everyone is kept until anything is committed, and here it is decided what of it a person gets.
 */

const bodyRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  kind: column.oneOf<'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT'>(),
  people: column.number,
  chairs: column.number,
})
export type BodyRow = RowOf<typeof bodyRow>

/** How the bodies that a secretariat looks after are manned today. */
export const manning = (database: Database, bodies: ReadonlySet<number>, today: Day): BodyRow[] =>
  everyManning(database, today).filter(row => bodies.has(row.id))

const everyManning = untilCommit<Day, BodyRow[]>(2, ({ sql }, today) =>
  sql.all(
    bodyRow,
    `SELECT b.id, b.slug, b.name, b.kind, count(s.id) AS people, coalesce(sum(s.role = 'CHAIR'), 0) AS chairs
     FROM Body b LEFT JOIN Seat s ON s.bodyId = b.id AND ${isOnSql('s')}
     WHERE b.kind <> 'DECIDING_BODY'
     GROUP BY b.id ORDER BY b.id`,
    today,
    today,
  ),
)

const decisionRow = rowsOf({
  number: column.text,
  title: column.text,
  state: column.oneOf<DecisionState>(),
  decidedOn: column.day,
  bodyName: column.text,
})
export type DecisionRow = RowOf<typeof decisionRow>

export function recentDecisions(actor: Actor): DecisionRow[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    decisionRow,
    `SELECT d.number, d.state, d.decidedOn, b.name AS bodyName,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title
                 ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     FROM Decision d JOIN Body b ON b.id = d.bodyId
     WHERE ${view.decisions('d')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT 6`,
  )
}
