import { isClosed, openness, opennessColumns } from '../../../../access/openness.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { AgendaChangeFacts } from './agenda-change-rules.ts'

const changeRow = rowsOf({
  ...openness,
  kind: column.oneOf<AgendaChangeFacts['kind']>(),
  itemId: column.number,
  number: column.number,
  title: column.text,
  afterId: column.orNull(column.number),
  afterNumber: column.orNull(column.number),
  reason: column.text,
})

/** The meeting's own changes of its agenda, the first first, in one statement. */
export const readAgendaChanges = async (read: RowReader, meetingId: number): Promise<AgendaChangeFacts[]> =>
  (
    await read(
      changeRow,
      `SELECT c.kind, c.itemId, i.position AS number, i.title, c.afterId, a.position AS afterNumber, c.reason,
              ${opennessColumns('i', 't')}
       FROM AgendaChange c JOIN AgendaItem i ON i.id = c.itemId LEFT JOIN AgendaItem a ON a.id = c.afterId
         LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE c.meetingId = ? ORDER BY c.id`,
      meetingId,
    )
  ).map(row => {
    const closed = isClosed(row)
    return {
      kind: row.kind,
      itemId: row.itemId,
      number: row.number,
      title: closed ? null : row.title,
      after: row.afterId === null ? null : { id: row.afterId, number: row.afterNumber ?? 0 },
      // What is said of a closed item may tell what it is about.
      reason: closed ? '' : row.reason,
    }
  })
