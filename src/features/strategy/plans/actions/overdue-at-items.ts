import type { Actor } from '../../../../access/actor.ts'
import { agendaIsOpenSql, isAwaitedSql } from '../../../../access/meeting-states.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { RelatedFact } from '../../../../http/feature.ts'
import { shortDay } from '../../../../kernel/days.ts'
import { actionPath } from '../paths.ts'
import { openActionSql } from './action-rules.ts'
import { actedSql, seenBy } from './actions-sql.ts'

const overdueRow = rowsOf({
  itemId: column.number,
  plan: column.text,
  key: column.text,
  title: column.text,
  organisation: column.orNull(column.text),
  deadline: column.day,
})

/** So many are told of; more than that is a plan that nobody follows. */
const atMost = 20

/**
 * R71: the open actions whose deadline has passed on the meeting's day come on the joint group's follow-up item by
 * themselves, until the meeting is over: what stands in its minutes is what was treated. One that has an open follow-up
 * stands there with that. They are told beside the agenda that is sent, not in it, so that they are today's. One statement.
 */
export function overdueAtItems(actor: Actor, meetingId: number): ReadonlyMap<number, RelatedFact[]> {
  const rows = keptRows(
    actor.database,
    overdueRow,
    `${actedSql(seenBy(actor))} SELECT i.id AS itemId, x.plan, x.key, x.title, x.organisation, x.deadline
     FROM Meeting m JOIN Body b ON b.id = m.bodyId AND b.kind = 'JOINT_GROUP'
       JOIN AgendaItem i ON i.meetingId = m.id AND i.standing = 'FOLLOW_UP' AND i.removedAt IS NULL JOIN acted x
     WHERE m.id = ? AND (${agendaIsOpenSql('m.state')} OR ${isAwaitedSql('m.state')}) AND ${openActionSql('x')}
       AND x.deadline < m.day AND NOT EXISTS (SELECT 1 FROM ActionFollowUp l JOIN FollowUp f ON f.id = l.followUpId
         WHERE l.planId = x.planId AND l.action = x.key AND f.closedAt IS NULL)
     ORDER BY x.deadline, x.planId, x.key LIMIT ${atMost}`,
    actor.today,
    meetingId,
  )
  const facts = new Map<number, RelatedFact[]>()
  for (const { itemId, plan, key, title, organisation, deadline } of rows) {
    const whose = organisation ? ` (${organisation})` : ''
    const fact = {
      term: 'Handling over fristen',
      text: `${title}${whose}. Fristen var ${shortDay(deadline)}.`,
      href: actionPath(plan, key),
    }
    facts.set(itemId, [...(facts.get(itemId) ?? []), fact])
  }
  return facts
}
