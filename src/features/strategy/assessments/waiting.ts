import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { addDays, daysBetween } from '../../../kernel/days.ts'
import { assessAreaPath } from './paths.ts'

/** Reviews that are due come up by themselves, a month ahead. */
export const assessmentsWaiting: WaitingLines[] = [{ order: 47, lines: reviewLines }]

const daysAhead = 30
const most = 30

const reviewRow = rowsOf({ area: column.text, slug: column.text, reviewOn: column.day })

function reviewLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'assessAreas')) return []
  return actor.database.sql
    .all(
      reviewRow,
      `SELECT h.name AS area, h.slug, a.reviewOn FROM AreaAssessment a JOIN HousingArea h ON h.id = a.areaId
       WHERE a.id = (SELECT max(id) FROM AreaAssessment WHERE areaId = h.id) AND a.reviewOn <= ? AND (h."to" IS NULL OR h."to" >= ?)
       ORDER BY a.reviewOn, a.id LIMIT ?`,
      addDays(actor.today, daysAhead),
      actor.today,
      most,
    )
    .map(({ area, slug, reviewOn }) => ({
      ...{ text: `Vurdér ${area} igen`, href: assessAreaPath(slug), by: reviewOn },
      urgent: daysBetween(actor.today, reviewOn) <= 0,
    }))
}
