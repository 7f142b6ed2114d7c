import { oldestKept, type SecurityKind } from '../../../access/security-log.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Instant } from '../../../kernel/days.ts'

export type AccountEventKind =
  | 'accountCreated'
  | 'passwordReset'
  | 'passwordChanged'
  | 'accountDisabled'
  | 'accountEnabled'

const accountRecordRow = rowsOf({
  id: column.number,
  at: column.moment,
  kind: column.oneOf<SecurityKind | AccountEventKind>(),
  /** Who did it to the account; of the person's own acts, the person. */
  actor: column.orNull(column.text),
  person: column.orNull(column.text),
  place: column.orNull(column.text),
  detail: column.orNull(column.text),
})
export type AccountRecord = RowOf<typeof accountRecordRow>

const events = `'accountCreated', 'passwordReset', 'passwordChanged', 'accountDisabled', 'accountEnabled'`

/** What has happened with one account, the newest first: its events, which stay, and the records kept of it. */
export const recordsOfAccount = (
  db: Database,
  account: { id: number; personId: number },
  now: Instant,
  size: number,
): AccountRecord[] =>
  db.sql.all(
    accountRecordRow,
    `SELECT id, at, kind, actor, NULL AS person, NULL AS place, NULL AS detail FROM Event
     WHERE subject = 'account' AND subjectId = ? AND kind IN (${events})
     UNION ALL
     SELECT id, at, kind, NULL, NULL, place, detail FROM SecurityRecord WHERE personId = ? AND at >= ?
     ORDER BY at DESC, id DESC LIMIT ?`,
    account.id,
    account.personId,
    oldestKept(now),
    size,
  )

/** All that is kept, the newest first, a page and one more. */
export const recordPage = (db: Database, now: Instant, before: number | null, size: number): AccountRecord[] =>
  db.sql.all(
    accountRecordRow,
    `SELECT r.id, r.at, r.kind, NULL AS actor, p.name AS person, r.place, r.detail
     FROM SecurityRecord r LEFT JOIN Person p ON p.id = r.personId
     WHERE r.at >= ? AND r.id < ? ORDER BY r.id DESC LIMIT ?`,
    oldestKept(now),
    before ?? Number.MAX_SAFE_INTEGER,
    size + 1,
  )
