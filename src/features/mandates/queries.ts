import type { Actor } from '../../access/actor.ts'
import { viewOf } from '../../access/visibility.ts'
import type { Database } from '../../database/database.ts'
import type { SqlValue } from '../../database/prepared-reader.ts'
import { type Cursor, pageSize, takePage } from '../../http/paging.ts'
import { addDays, type Day } from '../../kernel/days.ts'
import type { ConsequenceKind } from './mandate-rules.ts'

/** Days ahead of its last day that a mandate is marked as running out. */
export const expiryNotice = 90

export interface MandateFilter {
  q?: string | undefined
  organisation?: number | undefined
  kind?: ConsequenceKind | undefined
  /** Those that hold on this day. */
  inForceOn?: Day | undefined
  /** Those in force that run out within the notice. */
  expiringFrom?: Day | undefined
}

export interface MandateRow {
  id: number
  number: string
  title: string
  organisation: string
  organisationSlug: string
  body: string
  economic: 0 | 1
  legal: 0 | 1
  organisational: 0 | 1
  limitPerDecision: number | null
  total: number | null
  drawn: number
  from: Day
  to: Day | null
  sourceDay: Day
  revokedFrom: Day | null
  activatedAt: string | null
  adjusted: number
  supersededFrom: Day | null
}

/** SQL condition: in force on the day, which is given four times. */
const holds = `m.activatedAt IS NOT NULL AND max(m."from", m.sourceDay) <= ? AND (m."to" IS NULL OR m."to" >= ?)
  AND (m.revokedFrom IS NULL OR m.revokedFrom > ?) AND (m.supersededFrom IS NULL OR m.supersededFrom > ?)`

/** Mandates, the latest to take effect first, paged by key: one statement. */
export function readMandates(
  db: Database,
  filter: MandateFilter,
  after: Cursor | null,
): { rows: MandateRow[]; next: string | null } {
  const conditions = ['1 = 1']
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.organisation) where('m.organisationId = ?', filter.organisation)
  if (filter.kind) where(`m.${filter.kind} = 1`)
  if (filter.inForceOn) where(holds, filter.inForceOn, filter.inForceOn, filter.inForceOn, filter.inForceOn)
  if (filter.expiringFrom)
    where(
      `${holds} AND m."to" <= ?`,
      filter.expiringFrom,
      filter.expiringFrom,
      filter.expiringFrom,
      filter.expiringFrom,
      addDays(filter.expiringFrom, expiryNotice),
    )
  if (filter.q?.trim()) {
    const like = `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%`
    where(`(m.title LIKE ? ESCAPE '\\' OR m.number LIKE ? ESCAPE '\\' OR o.name LIKE ? ESCAPE '\\')`, like, like, like)
  }
  if (after) where('(m."from", m.id) < (?, ?)', after.key, after.id)
  const rows = db.sql.all<MandateRow>(
    `SELECT m.id, m.number, m.title, o.name AS organisation, o.slug AS organisationSlug, b.name AS body, m.economic, m.legal,
            m.organisational, m.limitPerDecision, m.total, m.drawn, m."from", m."to", m.sourceDay, m.revokedFrom,
            m.activatedAt, m.adjusted, m.supersededFrom
     FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
     WHERE ${conditions.join(' AND ')} ORDER BY m."from" DESC, m.id DESC LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.from, id: row.id }))
}

export interface MandateInFull extends MandateRow {
  organisationId: number
  organisationKind: string
  organisationSide: 'HOUSING' | 'MUNICIPALITY' | null
  organisationParentId: number | null
  strategy: 0 | 1
  professionalDevelopment: 0 | 1
  coordination: 0 | 1
  sourceItem: string
  sourceNote: string
  sourceDocumentId: number | null
  revokedReason: string | null
  revokedAt: string | null
  revokedBy: string | null
  registeredBy: string | null
  registeredAt: string
  version: number
}

export const findMandate = (db: Database, id: number): MandateInFull | null =>
  db.sql.get<MandateInFull>(
    `SELECT m.id, m.number, m.title, m.organisationId, o.name AS organisation, o.slug AS organisationSlug,
            o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId, b.name AS body,
            m.economic, m.legal, m.organisational, m.limitPerDecision, m.total, m.drawn,
            m.strategy, m.professionalDevelopment, m.coordination, m."from", m."to", m.sourceDay, m.sourceItem,
            m.sourceNote, m.sourceDocumentId, m.revokedFrom, m.revokedReason, m.revokedAt, r.name AS revokedBy,
            p.name AS registeredBy, m.registeredAt, m.version, m.activatedAt, m.adjusted, m.supersededFrom
     FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
          LEFT JOIN Person p ON p.id = m.registeredById LEFT JOIN Person r ON r.id = m.revokedById
     WHERE m.id = ?`,
    id,
  ) ?? null

export interface EntryRow {
  id: number
  kind: 'DRAW' | 'RELEASE'
  amount: number
  at: string
  /** Null: the decision is not for this person to see; its amount is, as the remainder tells it anyhow. */
  decision: string | null
  title: string | null
}

/** The mandate's ledger, oldest first, from after a given entry. */
export function readEntries(actor: Actor, mandateId: number, after: number): EntryRow[] {
  const view = viewOf(actor)
  const visible = view.proceedings('m')
  return actor.database.sql.all<EntryRow>(
    `SELECT e.id, e.kind, e.amount, e.at, CASE WHEN ${visible} THEN d.number END AS decision,
            CASE WHEN ${visible} THEN
              CASE WHEN NOT d.closed OR ${view.closedItems('m', 'i')} THEN d.title ELSE coalesce(d.publicTitle, 'Lukket punkt') END
            END AS title
     FROM MandateEntry e JOIN Decision d ON d.id = e.decisionId JOIN Meeting m ON m.id = d.meetingId
          JOIN AgendaItem i ON i.id = d.itemId
     WHERE e.mandateId = ? AND e.id > ? ORDER BY e.id LIMIT ?`,
    mandateId,
    after,
    pageSize + 1,
  )
}

/** What the mandate had left after the entries before a page of its ledger. */
export const drawnBefore = (db: Database, mandateId: number, after: number): number =>
  db.sql.get<{ drawn: number }>(
    `SELECT coalesce(sum(CASE kind WHEN 'DRAW' THEN amount ELSE -amount END), 0) AS drawn
     FROM MandateEntry WHERE mandateId = ? AND id <= ?`,
    mandateId,
    after,
  )?.drawn ?? 0

/** The protocol behind a mandate, when one was handed in. */
export const sourceDocumentOf = (
  db: Database,
  mandateId: number,
): { number: string; hash: string; mediaType: string } | undefined =>
  db.sql.get(
    `SELECT m.number, d.hash, d.mediaType FROM Mandate m JOIN Document d ON d.id = m.sourceDocumentId WHERE m.id = ?`,
    mandateId,
  )
