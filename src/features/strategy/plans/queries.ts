import type { Actor } from '../../../access/actor.ts'
import { keptRows } from '../../../database/kept-rows.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { RelatedFact, RelatedTo } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { yearOf } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { openActionSql } from './actions/action-rules.ts'
import { actedSql, seenBy } from './actions/actions-sql.ts'
import { readUndecided } from './moves/waiting.ts'
import { actionPath, actionsPath, openActionsPath, planPath } from './paths.ts'

const slugRow = rowsOf({ slug: column.text })

/** The address of a strategy's plan of a year; null: there is none. Whether one may read it, its own page asks. */
export const planSlug = ({ database }: Actor, strategy: string, year: number): string | null =>
  database.sql.get(
    slugRow,
    `SELECT ps.slug FROM ActionPlan p JOIN SharedText ps ON ps.id = p.textId JOIN SharedText ss ON ss.id = p.strategyId
     WHERE ss.slug = ? AND p.year = ?`,
    strategy,
    year,
  )?.slug ?? null

const plannedRow = rowsOf({ plan: column.text, year: column.number, key: column.text, title: column.text })
const planRow = rowsOf({ plan: column.text, year: column.number, open: column.number, count: column.number })

/**
 * What hangs on a follow-up: the action that it was made from or became. On a strategy: its plans, and what is to be moved.
 * On an organisation: the actions that it answers for.
 */
export function relatedToPlans(actor: Actor, to: RelatedTo): RelatedFact[] {
  if ('followUp' in to) return actionsOfFollowUp(actor, to.followUp)
  if ('organisation' in to) return actionsOfOrganisation(actor, to.organisation)
  return 'text' in to ? plansOf(actor, to.text) : []
}

const actionsOfFollowUp = (actor: Actor, id: number): RelatedFact[] =>
  keptRows(
    actor.database,
    plannedRow,
    `${actedSql(seenBy(actor))} SELECT x.plan, x.year, x.key, x.title FROM acted x
       WHERE x.followUpId = ? OR EXISTS
         (SELECT 1 FROM ActionFollowUp l WHERE l.followUpId = ? AND l.planId = x.planId AND l.action = x.key)`,
    actor.today,
    id,
    id,
  ).map(({ plan, year, key, title }) => ({
    term: 'Handling',
    text: `${title} (handlingsplan ${year})`,
    href: actionPath(plan, key),
  }))

function plansOf(actor: Actor, strategyId: number): RelatedFact[] {
  const plans = keptRows(
    actor.database,
    planRow,
    `${actedSql(seenBy(actor))} SELECT x.plan, x.year, count(*) AS count,
       sum(x.state IN ('NOT_STARTED', 'IN_PROGRESS') AND NOT x.carried) AS open FROM acted x
     WHERE x.strategyId = ? GROUP BY x.planId ORDER BY x.year DESC`,
    actor.today,
    strategyId,
  )
  const undecided = readUndecided(actor, strategyId)
  return [
    ...plans.map(({ plan, year, count, open }) => ({
      term: `Handlingsplan ${year}`,
      text: `${plural(count, 'handling', 'handlinger')}, heraf ${open} åbne`,
      href: planPath(plan),
    })),
    ...undecided.map(({ strategy, count }) => ({
      term: 'Åbne handlinger under en tidligere version',
      text: `${plural(count, 'handling', 'handlinger')} skal flyttes, beholdes eller lukkes`,
      href: openActionsPath(strategy),
    })),
  ]
}

const ownRow = rowsOf({ year: column.number, open: column.number, overdue: column.number })

const actionsOfOrganisation = (actor: Actor, organisation: number): RelatedFact[] =>
  keptRows(
    actor.database,
    ownRow,
    `${actedSql(seenBy(actor))} SELECT x.year, count(*) AS open, sum(x.deadline < ?) AS overdue FROM acted x
       WHERE x.organisationId = ? AND ${openActionSql('x')} GROUP BY x.year ORDER BY x.year DESC`,
    actor.today,
    actor.today,
    organisation,
  ).map(({ year, open, overdue }) => ({
    term: `Handlinger i ${year}`,
    text: `${plural(open, 'åben handling', 'åbne handlinger')}${overdue > 0 ? `, heraf ${overdue} over fristen` : ''}`,
    href: withQuery(actionsPath, { aar: year === yearOf(actor.today) ? null : year, organisation }),
  }))
