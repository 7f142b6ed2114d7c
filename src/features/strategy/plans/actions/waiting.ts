import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { addDays, daysBetween, yearOf } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { actionPath, actionsPath } from '../paths.ts'
import { openActionSql, overdueActionSql } from './action-rules.ts'
import { actedSql, seenBy } from './actions-sql.ts'

/** What is due of what a person answers for, and to the secretariats, how much is overdue. */
export const actionsWaiting: WaitingLines[] = [
  { order: 87, lines: ownLines },
  { order: 88, lines: overdueLines },
]

/** An action comes on the overview so many days before its deadline. */
const daysBefore = 30
const atMost = 6

const ownRow = rowsOf({ plan: column.text, key: column.text, title: column.text, deadline: column.day })

/** Those that the person, or nobody in particular in the person's organisation, answers for. */
function ownLines(actor: Actor): WaitingLine[] {
  if (!actor.person) return []
  return keptRows(
    actor.database,
    ownRow,
    `${actedSql(seenBy(actor))} SELECT x.plan, x.key, x.title, x.deadline FROM acted x
       WHERE ${openActionSql('x')} AND x.deadline <= ? AND (x.personId = ? OR x.personId IS NULL AND x.organisationId = ?)
       ORDER BY x.deadline, x.planId, x.key LIMIT ${atMost}`,
    actor.today,
    addDays(actor.today, daysBefore),
    actor.personId,
    actor.person.organisationId,
  ).map(({ plan, key, title, deadline }) => ({
    text: `Gennemfør handlingen »${title}«, eller fortæl, hvor langt den er`,
    href: actionPath(plan, key),
    by: deadline,
    urgent: daysBetween(actor.today, deadline) <= 7,
  }))
}

const overdueRow = rowsOf({ year: column.number, count: column.number, first: column.day })

function overdueLines(actor: Actor): WaitingLine[] {
  if (!inSecretariat(actor, null)) return []
  return keptRows(
    actor.database,
    overdueRow,
    `${actedSql(seenBy(actor))} SELECT x.year, count(*) AS count, min(x.deadline) AS first FROM acted x
       WHERE ${overdueActionSql('x')} GROUP BY x.year ORDER BY x.year`,
    actor.today,
    actor.today,
  ).map(({ year, count, first }) => ({
    text: `Følg op på ${plural(count, 'handling', 'handlinger')} over fristen i handlingsplanerne for ${year}`,
    href: withQuery(actionsPath, { vis: 'overskredne', aar: year === yearOf(actor.today) ? null : year }),
    by: first,
    urgent: true,
  }))
}
