import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Day } from '../../../kernel/days.ts'
import { type AgendaContent, sealedAgenda } from '../meetings/index.ts'
import type { ChangedSince } from './read-rules.ts'

/** What has been sent to a meeting: the same for everybody who reads it. */
export interface SentAgenda {
  /** The number of the latest sending. */
  sending: number
  content: AgendaContent
  changedSince: ChangedSince
}

const sendingRow = rowsOf({ meetingId: column.number, number: column.number, content: column.text })
type SendingRow = RowOf<typeof sendingRow>

/** Null: nothing has been sent. */
export const sentAgenda = untilCommit<number, SentAgenda | null>(30, (db, meetingId) => {
  const rows = db.sql.all(
    sendingRow,
    'SELECT meetingId, number, content FROM AgendaVersion WHERE meetingId = ? ORDER BY number',
    meetingId,
  )
  return agendaOf(rows)
})

/** More meetings are never called at once. */
const most = 60

/** Of the meetings that are called and not over on the day, by the meeting's number: in one statement. */
export const calledAgendas: (db: Database, today: Day) => ReadonlyMap<number, SentAgenda> = untilCommit(
  1,
  (db, today: Day) => {
    const rows = db.sql.all(
      sendingRow,
      `SELECT v.meetingId, v.number, v.content FROM Meeting m CROSS JOIN AgendaVersion v ON v.meetingId = m.id
       WHERE m.state = 'CALLED' AND m.day >= ? ORDER BY v.meetingId, v.number LIMIT ${most}`,
      today,
    )
    const meetings = [...new Set(rows.map(({ meetingId }) => meetingId))]
    return new Map(
      meetings.flatMap(id => {
        const agenda = agendaOf(rows.filter(({ meetingId }) => meetingId === id))
        return agenda ? [[id, agenda] as const] : []
      }),
    )
  },
)

function agendaOf(rows: readonly SendingRow[]): SentAgenda | null {
  const latest = rows.at(-1)
  if (!latest) return null
  const content = sealedAgenda.thaw(latest.content)
  const known = new Map<number, ReadonlyMap<number, readonly string[]>>()
  const changedSince = (sending: number) => {
    const changes = known.get(sending) ?? changesFrom(rows.find(row => row.number === sending))
    known.set(sending, changes)
    return changes
  }
  const changesFrom = (row: SendingRow | undefined) => {
    if (!row || row.number === latest.number) return new Map<number, readonly string[]>()
    const { items } = sealedAgenda.difference(sealedAgenda.thaw(row.content), content)
    return new Map(items.flatMap(({ id, mark, fields }) => (mark === 'same' ? [] : [[id, fields] as const])))
  }
  return { sending: latest.number, content, changedSince }
}
