import type { Actor } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { followUpJoins, viewOf } from '../../../access/visibility.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'

export interface FollowUpFilter {
  state: 'open' | 'overdue' | 'closed'
  organisation?: number | undefined
  body?: number | undefined
  /** Those of this person, or of the person's organisation where nobody is named. */
  mine?: boolean | undefined
}

export interface FollowUpRow {
  id: number
  text: string
  organisation: string
  person: string | null
  body: string
  dueDay: Day
  closedAt: string | null
  decision: string | null
}

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
  where(closed ? 'f.closedAt IS NOT NULL' : 'f.closedAt IS NULL')
  if (filter.state === 'overdue') where('f.dueDay < ?', actor.today)
  if (filter.organisation) where('f.organisationId = ?', filter.organisation)
  if (filter.body) where('f.bodyId = ?', filter.body)
  if (filter.mine)
    where(
      '(f.personId = ? OR (f.personId IS NULL AND f.organisationId = ?))',
      actor.personId,
      actor.person?.organisationId ?? 0,
    )
  if (after) where(closed ? '(f.closedAt, f.id) < (?, ?)' : '(f.dueDay, f.id) > (?, ?)', after.key, after.id)
  const rows = actor.database.sql.all<FollowUpRow>(
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, b.name AS body, f.dueDay, f.closedAt, d.number AS decision
     ${from} WHERE ${conditions.join(' AND ')}
     ORDER BY ${closed ? 'f.closedAt DESC, f.id DESC' : 'f.dueDay, f.id'} LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: closed ? (row.closedAt ?? '') : row.dueDay, id: row.id }))
}

export interface OwnFollowUp {
  id: number
  text: string
  dueDay: Day
  decision: string | null
}

/** At most so many: written into the statement, since SQLite takes thirty times as long where the bound is given to it. */
const ownAtMost = 12

/** Open ones that the person, or nobody in particular in the person's organisation, answers for, by deadline. */
export function ownFollowUps(actor: Actor): OwnFollowUp[] {
  // One list for each way to answer for it, each read in its index's order: most open ones are somebody else's.
  const first = (theirs: string) => `SELECT * FROM (
      SELECT f.id, f.text, f.dueDay, d.number AS decision
      ${from} WHERE ${theirs} AND f.closedAt IS NULL AND ${visible(actor)} ORDER BY f.dueDay, f.id LIMIT ${ownAtMost})`
  return actor.database.sql.all<OwnFollowUp>(
    `${first('f.personId = ?')} UNION ALL ${first('f.organisationId = ? AND f.personId IS NULL')}
     ORDER BY dueDay, id LIMIT ${ownAtMost}`,
    actor.personId,
    actor.person?.organisationId ?? 0,
  )
}

export interface FollowUpInFull extends FollowUpRow {
  bodyId: number
  bodyKind: BodySubject['kind']
  bodySide: BodySubject['side']
  organisationId: number
  organisationKind: string
  organisationSide: BodySubject['side']
  organisationParentId: number | null
  personId: number | null
  itemTitle: string | null
  itemPosition: number | null
  meetingId: number | null
  meetingNumber: string | null
  decisionTitle: string | null
  createdAt: string
  createdBy: string | null
  closedBy: string | null
  closedNote: string | null
  version: number
}

/** Null: it does not exist for this person. */
export const findFollowUp = (actor: Actor, id: number): FollowUpInFull | null =>
  actor.database.sql.get<FollowUpInFull>(
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, b.name AS body, f.dueDay, f.closedAt, d.number AS decision,
            b.id AS bodyId, b.kind AS bodyKind, b.side AS bodySide,
            o.id AS organisationId, o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId,
            f.personId, i.title AS itemTitle, i.position AS itemPosition, m.id AS meetingId, m.number AS meetingNumber,
            d.title AS decisionTitle, f.createdAt, c.name AS createdBy, x.name AS closedBy, f.closedNote, f.version
     ${from} LEFT JOIN Person c ON c.id = f.createdById LEFT JOIN Person x ON x.id = f.closedById
     WHERE f.id = ? AND ${visible(actor)}`,
    id,
  ) ?? null

export interface NoteRow {
  name: string | null
  text: string
  at: string
}

export const readNotes = (actor: Actor, followUpId: number): NoteRow[] =>
  actor.database.sql.all<NoteRow>(
    `SELECT p.name, n.text, n.at FROM FollowUpNote n LEFT JOIN Person p ON p.id = n.personId
     WHERE n.followUpId = ? ORDER BY n.id LIMIT 500`,
    followUpId,
  )

export interface OpenFollowUp {
  id: number
  text: string
  organisation: string
  person: string | null
  dueDay: Day
  decision: string | null
  overdue: boolean
}

/** R71: what stands on a body's next agenda by itself, by deadline, as far as the person may see it. */
export function openFollowUpsOf(actor: Actor, bodyId: number, most = 100): OpenFollowUp[] {
  return actor.database.sql
    .all<Omit<OpenFollowUp, 'overdue'>>(
      `SELECT f.id, f.text, o.name AS organisation, p.name AS person, f.dueDay, d.number AS decision
       ${from} WHERE f.bodyId = ? AND f.closedAt IS NULL AND ${visible(actor)} ORDER BY f.dueDay, f.id LIMIT ?`,
      bodyId,
      most,
    )
    .map(row => ({ ...row, overdue: row.dueDay < actor.today }))
}
