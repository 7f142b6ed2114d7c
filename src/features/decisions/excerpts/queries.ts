import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { type DecisionState, standsSql } from '../decisions/index.ts'
import { checkColumn } from '../mandates/index.ts'

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

const recipientRow = rowsOf({
  id: column.number,
  name: column.text,
  kind: column.text,
  parentId: column.orNull(column.number),
})

const unitRow = rowsOf({
  id: column.number,
})

export function findRecipient(db: Database, slug: string): Recipient | null {
  const found = db.sql.get(
    recipientRow,
    `SELECT id, name, kind, parentId FROM Organisation WHERE slug = ? AND kind <> 'EXTERNAL'`,
    slug,
  )
  if (!found) return null
  const units = db.sql.all(unitRow, `SELECT id FROM Organisation WHERE parentId = ? ORDER BY position`, found.id)
  const unitIds = [found.id, ...units.map(({ id }) => id)]
  return {
    ...found,
    slug,
    unitIds,
    mandateHolderIds: found.parentId === null ? unitIds : [...unitIds, found.parentId],
  }
}

const excerptStance = rowsOf({
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
  organisation: column.orNull(column.text),
  kind: column.oneOf<'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'>(),
  text: column.text,
})
export type ExcerptStance = RowOf<typeof excerptStance>

const excerptReferral = rowsOf({
  number: column.text,
  body: column.orNull(column.text),
  organisation: column.text,
  organisationId: column.number,
  question: column.text,
  dueDay: column.day,
  answer: column.orNull(column.oneOf<'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'>()),
  answeredOn: column.orNull(column.day),
  protocolItem: column.orNull(column.text),
  conditions: column.orNull(column.text),
  reason: column.orNull(column.text),
  acceptedAt: column.orNull(column.moment),
  withdrawnAt: column.orNull(column.moment),
})
export type ExcerptReferral = RowOf<typeof excerptReferral>

const excerptEntry = rowsOf({
  number: column.text,
  organisation: column.text,
  organisationId: column.number,
  kind: column.oneOf<'DRAW' | 'RELEASE'>(),
  amount: column.amount,
  at: column.moment,
})
export type ExcerptEntry = RowOf<typeof excerptEntry>

const excerptFollowUp = rowsOf({
  text: column.text,
  organisation: column.text,
  organisationId: column.number,
  person: column.orNull(column.text),
  dueDay: column.day,
  closedAt: column.orNull(column.moment),
})
export type ExcerptFollowUp = RowOf<typeof excerptFollowUp>

const latestCheck = rowsOf({
  check: checkColumn,
})

/** What a decision's excerpt tells besides its text, a statement each. Only for a decision that is read in full. */
export function readExcerptParts(db: Database, decisionId: number) {
  const { sql } = db
  return {
    latestCheck: sql.get(
      latestCheck,
      `SELECT content AS "check" FROM DecisionCheck WHERE decisionId = ? ORDER BY id DESC LIMIT 1`,
      decisionId,
    )?.check,
    stances: sql.all(
      excerptStance,
      `SELECT s.side, o.name AS organisation, s.kind, s.text FROM Stance s
       LEFT JOIN Organisation o ON o.id = s.organisationId
       WHERE s.decisionId = ? ORDER BY s.side, s.organisationId IS NOT NULL, s.id`,
      decisionId,
    ),
    referrals: sql.all(
      excerptReferral,
      `SELECT r.number, b.name AS body, o.name AS organisation, r.organisationId, r.question, r.dueDay, r.answer,
              r.answeredOn, r.protocolItem, r.conditions, r.reason, r.acceptedAt, r.withdrawnAt
       FROM Referral r JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
       WHERE r.decisionId = ? ORDER BY r.id`,
      decisionId,
    ),
    entries: sql.all(
      excerptEntry,
      `SELECT m.number, o.name AS organisation, m.organisationId, e.kind, e.amount, e.at FROM MandateEntry e
       JOIN Mandate m ON m.id = e.mandateId JOIN Organisation o ON o.id = m.organisationId
       WHERE e.decisionId = ? ORDER BY e.id`,
      decisionId,
    ),
    followUps: sql.all(
      excerptFollowUp,
      `SELECT f.text, o.name AS organisation, f.organisationId, p.name AS person, f.dueDay, f.closedAt
       FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Person p ON p.id = f.personId
       WHERE f.decisionId = ? ORDER BY f.dueDay, f.id`,
      decisionId,
    ),
  }
}

const bindingRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  text: column.text,
  publicTitle: column.orNull(column.text),
  publicText: column.orNull(column.text),
  closed: column.flag,
  state: column.oneOf<DecisionState>(),
  decidedOn: column.day,
  effectiveOn: column.orNull(column.day),
  check: checkColumn,
  bodyName: column.text,
  meetingNumber: column.text,
  itemPosition: column.number,
  supersededBy: column.orNull(column.text),
  supersededHow: column.orNull(column.oneOf<'REVERSES' | 'REPLACES'>()),
})
export type BindingRow = RowOf<typeof bindingRow>

export interface BindingFilter {
  from: Day | null
  to: Day | null
  /** Lapsed, superseded and annulled ones too. */
  all: boolean
}

/** A part of a long excerpt: enough for most organisations in one piece, few enough for one sheet of HTML. */
const partSize = 100

const countRow = rowsOf({
  n: column.number,
})

/**
 * Whom few decisions bind is looked up by its consequences; whom many bind is met soon on the way through the decisions
 * in their order, and nothing has to be sorted.
 */
function bindsSql(db: Database, { unitIds }: Recipient): string {
  const units = unitIds.join(',')
  const some = `FROM Consequence WHERE organisationId IN (${units})`
  const counted = db.sql.get(countRow, `SELECT count(*) AS n FROM (SELECT 1 ${some} LIMIT ${manyDecisions})`)
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
  if (!filter.all) where(standsSql('d'))
  if (after) where('(d.decidedOn, d.id) > (?, ?)', after.key, after.id)
  const rows = actor.database.sql.all(
    bindingRow,
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
