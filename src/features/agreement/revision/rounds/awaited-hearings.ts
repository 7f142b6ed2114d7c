import type { Actor } from '../../../../access/actor.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isOpen } from '../../../ground/hearing/index.ts'
import { roundStateAfter, type TakenKind } from '../../agreement/index.ts'
import { roundPath } from '../paths.ts'
import type { SignatureToSee } from './awaited-signatures.ts'

interface AwaitedHearing {
  year: number
  side: 'HOUSING' | 'MUNICIPALITY'
  bodyId: number
  by: Day
}

/** Strategy groups that have not answered the draft that is in hearing, as a whole. */
const awaitedHearings = untilCommit<'all', AwaitedHearing[]>(1, ({ sql }) =>
  sql
    .all<AwaitedHearing & { steps: string }>(
      `SELECT r.year, b.side, b.id AS bodyId, r.hearingUntil AS "by",
              (SELECT json_group_array(s.kind ORDER BY s.id) FROM RevisionStep s WHERE s.roundId = r.id) AS steps
       FROM RevisionRound r JOIN Body b ON b.kind = 'STRATEGY_GROUP'
       WHERE r.hearingUntil IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM HearingAnswer a WHERE a.roundId = r.id AND a.side = b.side AND a.sectionKey IS NULL
            AND a.draftId = (SELECT max(d.id) FROM ConsolidatedDraft d WHERE d.roundId = r.id))`,
    )
    .filter(({ steps }) => roundStateAfter(JSON.parse(steps) as TakenKind[]) === 'HEARING'),
)

/** Until the deadline, whoever leads a strategy group is told that its answer is waited for. */
export function hearingsToAnswer(actor: Actor): SignatureToSee[] {
  const leads = new Set(
    actor.seats.flatMap(seat =>
      seat.bodyKind === 'STRATEGY_GROUP' && (seat.role === 'CHAIR' || seat.role === 'VICE_CHAIR') ? [seat.bodyId] : [],
    ),
  )
  if (leads.size === 0) return []
  return awaitedHearings(actor.database, 'all')
    .filter(({ bodyId, by }) => leads.has(bodyId) && isOpen({ until: by }, actor.today))
    .map(({ year, by }) => ({
      text: `Giv strategigruppens høringssvar på udkastet til aftalen i ${year}`,
      href: `${roundPath(year)}/hoering`,
      by,
    }))
}
