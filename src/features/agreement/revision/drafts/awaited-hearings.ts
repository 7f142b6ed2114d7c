import type { Actor, Side } from '../../../../access/actor.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Day } from '../../../../kernel/days.ts'
import { roundPath } from '../paths.ts'
import type { SignatureToSee } from '../signing/awaited-signatures.ts'
import { hearingOpenSql } from './hearing-open.ts'

const awaitedHearing = rowsOf({
  year: column.number,
  side: column.oneOf<Side>(),
  bodyId: column.number,
  by: column.day,
})

/** Strategy groups that have not answered the draft that is in hearing, as a whole. */
const awaitedHearings = untilCommit<Day, RowOf<typeof awaitedHearing>[]>(2, ({ sql }, today) =>
  sql.all(
    awaitedHearing,
    `SELECT r.year, b.side, b.id AS bodyId, r.hearingUntil AS "by"
     FROM RevisionRound r JOIN Body b ON b.kind = 'STRATEGY_GROUP'
     WHERE r.hearingUntil IS NOT NULL AND ${hearingOpenSql('r')} AND NOT EXISTS
       (SELECT 1 FROM HearingAnswer a WHERE a.roundId = r.id AND a.side = b.side AND a.sectionKey IS NULL
          AND a.draftId = (SELECT max(d.id) FROM ConsolidatedDraft d WHERE d.roundId = r.id))`,
    today,
  ),
)

/** Until the deadline, whoever leads a strategy group is told that its answer is waited for. */
export function hearingsToAnswer(actor: Actor): SignatureToSee[] {
  const leads = new Set(
    actor.seats.flatMap(seat =>
      seat.bodyKind === 'STRATEGY_GROUP' && (seat.role === 'CHAIR' || seat.role === 'VICE_CHAIR') ? [seat.bodyId] : [],
    ),
  )
  if (leads.size === 0) return []
  return awaitedHearings(actor.database, actor.today)
    .filter(({ bodyId }) => leads.has(bodyId))
    .map(({ year, by }) => ({
      text: `Giv strategigruppens høringssvar på udkastet til aftalen i ${year}`,
      href: `${roundPath(year)}/hoering`,
      by,
    }))
}
