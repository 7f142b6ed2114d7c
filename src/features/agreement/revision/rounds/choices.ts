import type { Actor } from '../../../../access/actor.ts'
import { agendaIsOpenSql } from '../../../../access/meeting-states.ts'
import { mayDo } from '../../../../access/policy.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { longDay } from '../../../../kernel/days.ts'

/** The organisations that the person may propose for. */
export async function proposingOrganisations(actor: Actor): Promise<{ value: string; text: string }[]> {
  const mine = [
    ...actor.seats.map(({ organisationId }) => organisationId),
    ...actor.authorisations.map(({ organisationId }) => organisationId),
  ]
  const rows = await actor.database.prisma.organisation.findMany({
    where: { id: { in: mine }, side: { not: null } },
    orderBy: { position: 'asc' },
  })
  return rows
    .filter(organisation => mayDo(actor, 'proposeAmendment', { organisation }))
    .map(({ id, name }) => ({ value: String(id), text: name }))
}

const meetingRow = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
})

/** Meetings of the joint group whose agenda is still open, for an item about the round. */
export const openMeetings = (actor: Actor): { value: string; text: string }[] =>
  actor.database.sql
    .all(
      meetingRow,
      `SELECT m.id, m.number, m.day FROM Meeting m JOIN Body b ON b.id = m.bodyId
       WHERE b.kind = 'JOINT_GROUP' AND m.day >= ?
         AND ${agendaIsOpenSql('m.state')}
       ORDER BY m.day, m.startsAt, m.id LIMIT 20`,
      actor.today,
    )
    .map(({ id, number, day }) => ({ value: String(id), text: `${longDay(day)} (${number})` }))
