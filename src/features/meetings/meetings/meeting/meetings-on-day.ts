import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import type { OtherMeeting } from './plan-rules.ts'

const otherRow = rowsOf({
  day: column.day,
  number: column.text,
  startsAt: column.text,
  endsAt: column.text,
  body: column.text,
  own: column.flag,
  shared: column.number,
})

/**
 * The meetings that people cannot be at besides one of the body on days: the body's own, and those of others that people
 * of the body sit in as well. Of what a side keeps to itself nobody else is told. One statement.
 * @param own the meeting itself, where it stands already
 */
export async function meetingsOnDays(
  read: RowReader,
  actor: Actor,
  { bodyId, days, own }: { bodyId: number; days: readonly Day[]; own: number | null },
): Promise<(day: Day) => OtherMeeting[]> {
  const rows = await read(
    otherRow,
    `SELECT m.day, m.number, m.startsAt, m.endsAt, b.name AS body, m.bodyId = ? AS own,
       (SELECT count(DISTINCT s.personId) FROM Seat s JOIN Seat o ON o.personId = s.personId AND o.bodyId = ?
        WHERE s.bodyId = m.bodyId AND ${isOnSql('s', 'm.day')} AND ${isOnSql('o', 'm.day')}) AS shared
     FROM Meeting m JOIN Body b ON b.id = m.bodyId
     WHERE m.day IN (SELECT value FROM json_each(?)) AND m.id <> ? AND m.state <> 'CANCELLED' AND m.form <> 'WRITTEN'
       AND ${viewOf(actor).meetings('m')}
     ORDER BY m.day, m.startsAt, m.id`,
    bodyId,
    bodyId,
    JSON.stringify(days),
    own ?? 0,
  )
  const others = rows
    .filter(row => row.own || row.shared > 0)
    .map(({ own: isOwn, shared, body, ...meeting }) => (isOwn ? meeting : { ...meeting, of: { body, shared } }))
  return day => others.filter(other => other.day === day)
}
