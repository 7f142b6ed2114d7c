import { agendaIsOpenSql, isHeldSql } from '../../../../access/meeting-states.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Day } from '../../../../kernel/days.ts'

const proposalRow = rowsOf({
  id: column.number,
  bodyId: column.number,
  title: column.text,
  organisation: column.text,
})
export type ProposalRow = RowOf<typeof proposalRow>

/** Proposed items that no secretariat has answered, in the bodies that the actor prepares. */
export const unansweredProposals = (database: Database, bodies: ReadonlySet<number>): ProposalRow[] =>
  allProposals(database, 'all')
    .filter(row => bodies.has(row.bodyId))
    .slice(0, 20)

const allProposals = untilCommit<'all', ProposalRow[]>(1, ({ sql }) =>
  sql.all(
    proposalRow,
    `SELECT p.id, p.bodyId, p.title, o.shortName AS organisation
     FROM ItemProposal p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.answeredAt IS NULL AND p.withdrawnAt IS NULL
     ORDER BY p.at, p.id LIMIT 500`,
  ),
)

const leftOverRow = rowsOf({
  bodyId: column.number,
  bodyName: column.text,
  items: column.number,
  /** The body's next meeting whose agenda is open. */
  nextMeetingId: column.orNull(column.number),
  /** Where the first of them stands. */
  meetingId: column.number,
})
export type LeftOver = RowOf<typeof leftOverRow>

/** Items that were postponed or not reached and that no agenda has taken over, by body. Only how many: closed ones count too. */
export const leftOver = (database: Database, bodies: ReadonlySet<number>, today: Day): LeftOver[] =>
  everyLeftOver(database, today).filter(row => bodies.has(row.bodyId))

const everyLeftOver = untilCommit<Day, LeftOver[]>(2, ({ sql }, today) =>
  sql.all(
    leftOverRow,
    `SELECT b.id AS bodyId, b.name AS bodyName, count(*) AS items, min(m.id) AS meetingId,
            (SELECT n.id FROM Meeting n WHERE n.bodyId = b.id AND n.day >= ?
               AND ${agendaIsOpenSql('n.state')}
             ORDER BY n.day, n.startsAt, n.id LIMIT 1) AS nextMeetingId
     FROM LeftOverItem w CROSS JOIN AgendaItem i ON i.id = w.itemId CROSS JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId
     WHERE (${isHeldSql('m.state')} OR m.state = 'CANCELLED')
     GROUP BY b.id ORDER BY b.id`,
    today,
  ),
)
