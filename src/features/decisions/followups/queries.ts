import type { Actor, Side } from '../../../access/actor.ts'
import {
  closedFollowUpSql,
  followUpStateOn,
  openFollowUpSql,
  overdueFollowUpSql,
} from '../../../access/follow-up-state.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { followUpJoins, viewOf } from '../../../access/visibility.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'

export interface FollowUpFilter {
  state: 'open' | 'overdue' | 'closed'
  organisation?: number | undefined
  body?: number | undefined
  /** Those of this person, or of the person's organisation where nobody is named. */
  mine?: boolean | undefined
}

const listed = {
  id: column.number,
  text: column.text,
  organisation: column.text,
  person: column.orNull(column.text),
  body: column.text,
  dueDay: column.day,
  closedAt: column.orNull(column.moment),
  decision: column.orNull(column.text),
}
const followUpRow = rowsOf(listed)
export type FollowUpRow = RowOf<typeof followUpRow>

const from = `FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId JOIN Body b ON b.id = f.bodyId
  LEFT JOIN Person p ON p.id = f.personId ${followUpJoins}`

const visible = (actor: Actor): string => viewOf(actor).followUps('f')

/** Open ones by their deadline, closed ones the latest first; paged by key: one statement. */
export function readFollowUps(
  actor: Actor,
  filter: FollowUpFilter,
  after: Cursor | null,
): { rows: FollowUpRow[]; next: string | null } {
  const conditions = [visible(actor)]
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  const closed = filter.state === 'closed'
  if (filter.state === 'open') where(openFollowUpSql('f'))
  if (filter.state === 'overdue') where(overdueFollowUpSql('f'), actor.today)
  if (closed) where(closedFollowUpSql('f'))
  if (filter.organisation) where('f.organisationId = ?', filter.organisation)
  if (filter.body) where('f.bodyId = ?', filter.body)
  if (filter.mine)
    where(
      '(f.personId = ? OR (f.personId IS NULL AND f.organisationId = ?))',
      actor.personId,
      actor.person?.organisationId ?? 0,
    )
  if (after) where(closed ? '(f.closedAt, f.id) < (?, ?)' : '(f.dueDay, f.id) > (?, ?)', after.key, after.id)
  const rows = actor.database.sql.all(
    followUpRow,
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, b.name AS body, f.dueDay, f.closedAt, d.number AS decision
     ${from} WHERE ${conditions.join(' AND ')}
     ORDER BY ${closed ? 'f.closedAt DESC, f.id DESC' : 'f.dueDay, f.id'} LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: closed ? (row.closedAt ?? '') : row.dueDay, id: row.id }))
}

const ownFollowUp = rowsOf({
  id: column.number,
  text: column.text,
  dueDay: column.day,
  decision: column.orNull(column.text),
})
export type OwnFollowUp = RowOf<typeof ownFollowUp>

/** At most so many: written into the statement, since SQLite takes thirty times as long where the bound is given to it. */
const ownAtMost = 12

/** Open ones that the person, or nobody in particular in the person's organisation, answers for, by deadline. */
export function ownFollowUps(actor: Actor): OwnFollowUp[] {
  // One list for each way to answer for it, each read in its index's order: most open ones are somebody else's.
  const first = (theirs: string) => `SELECT * FROM (
      SELECT f.id, f.text, f.dueDay, d.number AS decision
      ${from} WHERE ${theirs} AND ${openFollowUpSql('f')} AND ${visible(actor)} ORDER BY f.dueDay, f.id LIMIT ${ownAtMost})`
  return actor.database.sql.all(
    ownFollowUp,
    `${first('f.personId = ?')} UNION ALL ${first('f.organisationId = ? AND f.personId IS NULL')}
     ORDER BY dueDay, id LIMIT ${ownAtMost}`,
    actor.personId,
    actor.person?.organisationId ?? 0,
  )
}

const followUpInFull = rowsOf({
  ...listed,
  bodyId: column.number,
  bodyKind: column.oneOf<BodySubject['kind']>(),
  bodySide: column.orNull(column.oneOf<Side>()),
  organisationId: column.number,
  organisationKind: column.text,
  organisationSide: column.orNull(column.oneOf<Side>()),
  organisationParentId: column.orNull(column.number),
  personId: column.orNull(column.number),
  itemTitle: column.orNull(column.text),
  itemPosition: column.orNull(column.number),
  meetingId: column.orNull(column.number),
  meetingNumber: column.orNull(column.text),
  decisionTitle: column.orNull(column.text),
  createdAt: column.moment,
  createdBy: column.orNull(column.text),
  closedBy: column.orNull(column.text),
  closedNote: column.orNull(column.text),
  version: column.number,
})
export type FollowUpInFull = RowOf<typeof followUpInFull>

/** Null: it does not exist for this person. */
export const findFollowUp = (actor: Actor, id: number): FollowUpInFull | null =>
  actor.database.sql.get(
    followUpInFull,
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, b.name AS body, f.dueDay, f.closedAt, d.number AS decision,
            b.id AS bodyId, b.kind AS bodyKind, b.side AS bodySide,
            o.id AS organisationId, o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId,
            f.personId, i.title AS itemTitle, i.position AS itemPosition, m.id AS meetingId, m.number AS meetingNumber,
            d.title AS decisionTitle, f.createdAt, c.name AS createdBy, x.name AS closedBy, f.closedNote, f.version
     ${from} LEFT JOIN Person c ON c.id = f.createdById LEFT JOIN Person x ON x.id = f.closedById
     WHERE f.id = ? AND ${visible(actor)}`,
    id,
  ) ?? null

const noteRow = rowsOf({
  name: column.orNull(column.text),
  text: column.text,
  at: column.moment,
})
export type NoteRow = RowOf<typeof noteRow>

export const readNotes = (actor: Actor, followUpId: number): NoteRow[] =>
  actor.database.sql.all(
    noteRow,
    `SELECT p.name, n.text, n.at FROM FollowUpNote n LEFT JOIN Person p ON p.id = n.personId
     WHERE n.followUpId = ? ORDER BY n.id LIMIT 500`,
    followUpId,
  )

const openFollowUp = rowsOf({
  id: column.number,
  text: column.text,
  organisation: column.text,
  person: column.orNull(column.text),
  dueDay: column.day,
  closedAt: column.orNull(column.moment),
  decision: column.orNull(column.text),
})

export type OpenFollowUp = RowOf<typeof openFollowUp> & { overdue: boolean }

/** R71: what stands on a body's next agenda by itself, by deadline, as far as the person may see it. */
export function openFollowUpsOf(actor: Actor, bodyId: number, most = 100): OpenFollowUp[] {
  return actor.database.sql
    .all(
      openFollowUp,
      `SELECT f.id, f.text, o.name AS organisation, p.name AS person, f.dueDay, f.closedAt, d.number AS decision
       ${from} WHERE f.bodyId = ? AND ${openFollowUpSql('f')} AND ${visible(actor)} ORDER BY f.dueDay, f.id LIMIT ?`,
      bodyId,
      most,
    )
    .map(row => ({ ...row, overdue: followUpStateOn(row, actor.today) === 'OVERDUE' }))
}
