import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { type Cursor, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import type { DecisionState } from '../decisions/index.ts'

/** What an excerpt is made for. A municipality answers for its departments, so what binds them binds it. */
export interface Recipient {
  id: number
  slug: string
  name: string
  kind: string
  /** Itself, and a municipality's departments. */
  unitIds: number[]
  /** Whose mandates can cover it: its own, and a department's municipality's. */
  mandateHolderIds: number[]
}

export function findRecipient(db: Database, slug: string): Recipient | null {
  const found = db.sql.get<{ id: number; name: string; kind: string; parentId: number | null }>(
    `SELECT id, name, kind, parentId FROM Organisation WHERE slug = ? AND kind <> 'EXTERNAL'`,
    slug,
  )
  if (!found) return null
  const units = db.sql.all<{ id: number }>(`SELECT id FROM Organisation WHERE parentId = ? ORDER BY position`, found.id)
  const unitIds = [found.id, ...units.map(({ id }) => id)]
  return {
    ...found,
    slug,
    unitIds,
    mandateHolderIds: found.parentId === null ? unitIds : [...unitIds, found.parentId],
  }
}

export interface ExcerptStance {
  side: 'HOUSING' | 'MUNICIPALITY'
  organisation: string | null
  kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'
  text: string
}

export interface ExcerptReferral {
  number: string
  body: string | null
  organisation: string
  organisationId: number
  question: string
  dueDay: Day
  answer: 'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED' | null
  answeredOn: Day | null
  protocolItem: string | null
  conditions: string | null
  reason: string | null
  acceptedAt: string | null
  withdrawnAt: string | null
}

export interface ExcerptEntry {
  number: string
  organisation: string
  organisationId: number
  kind: 'DRAW' | 'RELEASE'
  amount: number
  at: string
}

export interface ExcerptFollowUp {
  text: string
  organisation: string
  organisationId: number
  person: string | null
  dueDay: Day
  closedAt: string | null
}

/** What a decision's excerpt tells besides its text, a statement each. Only for a decision that is read in full. */
export function readExcerptParts(db: Database, decisionId: number) {
  const { sql } = db
  return {
    latestCheck: sql.get<{ content: string }>(
      `SELECT content FROM DecisionCheck WHERE decisionId = ? ORDER BY id DESC LIMIT 1`,
      decisionId,
    )?.content,
    stances: sql.all<ExcerptStance>(
      `SELECT s.side, o.name AS organisation, s.kind, s.text FROM Stance s
       LEFT JOIN Organisation o ON o.id = s.organisationId
       WHERE s.decisionId = ? ORDER BY s.side, s.organisationId IS NOT NULL, s.id`,
      decisionId,
    ),
    referrals: sql.all<ExcerptReferral>(
      `SELECT r.number, b.name AS body, o.name AS organisation, r.organisationId, r.question, r.dueDay, r.answer,
              r.answeredOn, r.protocolItem, r.conditions, r.reason, r.acceptedAt, r.withdrawnAt
       FROM Referral r JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
       WHERE r.decisionId = ? ORDER BY r.id`,
      decisionId,
    ),
    entries: sql.all<ExcerptEntry>(
      `SELECT m.number, o.name AS organisation, m.organisationId, e.kind, e.amount, e.at FROM MandateEntry e
       JOIN Mandate m ON m.id = e.mandateId JOIN Organisation o ON o.id = m.organisationId
       WHERE e.decisionId = ? ORDER BY e.id`,
      decisionId,
    ),
    followUps: sql.all<ExcerptFollowUp>(
      `SELECT f.text, o.name AS organisation, f.organisationId, p.name AS person, f.dueDay, f.closedAt
       FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Person p ON p.id = f.personId
       WHERE f.decisionId = ? ORDER BY f.dueDay, f.id`,
      decisionId,
    ),
  }
}

export interface BindingRow {
  id: number
  number: string
  title: string
  text: string
  publicTitle: string | null
  publicText: string | null
  closed: 0 | 1
  state: DecisionState
  decidedOn: Day
  effectiveOn: Day | null
  check: string
  bodyName: string
  meetingNumber: string
  itemPosition: number
  supersededBy: string | null
  supersededHow: 'REVERSES' | 'REPLACES' | null
}

export interface BindingFilter {
  from: Day | null
  to: Day | null
  /** Lapsed, superseded and annulled ones too. */
  all: boolean
}

/** A part of a long excerpt: enough for most organisations in one piece, few enough for one sheet of HTML. */
const partSize = 100

/**
 * Whom few decisions bind is looked up by its consequences; whom many bind is met soon on the way through the decisions
 * in their order, and nothing has to be sorted.
 */
function bindsSql(db: Database, { unitIds }: Recipient): string {
  const units = unitIds.join(',')
  const some = `FROM Consequence WHERE organisationId IN (${units})`
  const counted = db.sql.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${some} LIMIT ${manyDecisions})`)
  return (counted?.n ?? 0) < manyDecisions
    ? `d.id IN (SELECT decisionId ${some})`
    : `EXISTS (SELECT 1 ${some} AND decisionId = d.id)`
}

const manyDecisions = 1000

/**
 * The decisions that bind an organisation, the oldest first: two statements, and rows are read for one part alone. Whom
 * a closed decision binds is for those alone who may read it. The plus sign keeps SQLite from gathering all that hold by
 * their state, to sort them.
 */
export function readBinding(
  actor: Actor,
  recipient: Recipient,
  filter: BindingFilter,
  after: Cursor | null,
): { rows: BindingRow[]; next: string | null } {
  const view = viewOf(actor)
  const values: SqlValue[] = []
  const conditions = [bindsSql(actor.database, recipient), view.decisions('d'), view.insideDecisions('d')]
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.from) where('d.decidedOn >= ?', filter.from)
  if (filter.to) where('d.decidedOn <= ?', filter.to)
  if (!filter.all) where(`+d.state IN ('EFFECTIVE', 'CONDITIONAL')`)
  if (after) where('(d.decidedOn, d.id) > (?, ?)', after.key, after.id)
  const rows = actor.database.sql.all<BindingRow>(
    `WITH part AS MATERIALIZED (
       SELECT d.id FROM Decision d WHERE ${conditions.join(' AND ')} ORDER BY d.decidedOn, d.id LIMIT ?
     )
     SELECT d.id, d.number, d.title, d.text, d.publicTitle, d.publicText, d.closed, d.state, d.decidedOn, d.effectiveOn,
            coalesce((SELECT c.content FROM DecisionCheck c WHERE c.decisionId = d.id ORDER BY c.id DESC LIMIT 1), d."check") AS "check",
            b.name AS bodyName, m.number AS meetingNumber, i.position AS itemPosition,
            s.number AS supersededBy, s.replacementKind AS supersededHow
     FROM part JOIN Decision d ON d.id = part.id JOIN Meeting m ON m.id = d.meetingId JOIN Body b ON b.id = d.bodyId
          JOIN AgendaItem i ON i.id = d.itemId LEFT JOIN Decision s ON s.id = d.supersededById
     ORDER BY d.decidedOn, d.id`,
    ...values,
    partSize + 1,
  )
  return takePage(rows, row => ({ key: row.decidedOn, id: row.id }), partSize)
}
