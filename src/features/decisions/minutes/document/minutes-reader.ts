import type { Actor } from '../../../../access/actor.ts'
import { isClosed, openness, opennessColumns } from '../../../../access/openness.ts'
import { readsClosedOf } from '../../../../access/policy.ts'
import { openPartOf } from '../../../../access/visibility.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { caseStandIns } from '../../../meetings/cases/index.ts'
import { bodyOf, type MeetingRow } from '../../../meetings/meetings/index.ts'
import type { MinutesReader } from './minutes-content.ts'

const itemRow = rowsOf({ id: column.number, ...openness, recused: column.flag })

/** Who reads minutes that were sent: closed and recused as they were then or as things stand, whichever hides more. */
export async function readerOfSent(read: RowReader, actor: Actor, meeting: MeetingRow): Promise<MinutesReader> {
  const items = await read(
    itemRow,
    `SELECT i.id, ${opennessColumns('i', 't')}, EXISTS (SELECT 1 FROM Recusal r WHERE r.itemId = i.id
       AND r.personId = ? AND r.endedAt IS NULL) AS recused
     FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id WHERE i.meetingId = ?`,
    actor.personId,
    meeting.id,
  )
  return {
    ...readerOfSession(actor, meeting),
    closedNow: new Set(items.filter(isClosed).map(item => item.id)),
    recusedNow: new Set(items.filter(item => item.recused).map(item => item.id)),
  }
}

/** Who belongs to none of the bodies: reads of what was sent the open part alone, whoever asks for it. */
export const readerFromOutside = async (
  read: RowReader,
  actor: Actor,
  meeting: MeetingRow,
): Promise<MinutesReader> => ({
  ...(await readerOfSent(read, actor, meeting)),
  personId: null,
  readsClosed: false,
  cases: caseStandIns(actor, openPartOf(actor)),
})

/** Who reads minutes as they are being written: their rows are how things stand. */
export const readerOfSession = (actor: Actor, meeting: MeetingRow): MinutesReader => ({
  personId: actor.personId,
  readsClosed: readsClosedOf(actor, bodyOf(meeting)),
  closedNow: new Set(),
  recusedNow: new Set(),
  cases: caseStandIns(actor),
})
