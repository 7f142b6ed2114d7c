import type { Actor, Side } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { storedFileColumns } from '../../ground/documents/index.ts'
import { areaNames, bodySubject, overdueSql, referralStateSql, waitingSql } from '../decisions/index.ts'
import { checkColumn } from '../mandates/index.ts'
import type { ReferralFilterState } from './forms.ts'

/**
 * What is put before a deciding body its keeper reads, also of a closed item and before the minutes are out: the body
 * cannot answer unread.
 */
const rightsOf = (actor: Actor) => {
  const view = viewOf(actor)
  const keeps = view.keepsFor('r.organisationId')
  return {
    seen: `(${view.decisions('d')} OR ${keeps})`,
    reads: `(${keeps} OR ${view.insideDecisions('d')})`,
    proceedings: view.decisions('d'),
  }
}

const joins = `FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
     JOIN Meeting m ON m.id = d.meetingId JOIN AgendaItem i ON i.id = d.itemId LEFT JOIN Body b ON b.id = r.bodyId`

const stateConditions: Record<Exclude<ReferralFilterState, 'alle'>, string> = {
  venter: waitingSql('r'),
  overskredet: overdueSql('r'),
  godkendt: referralStateSql.APPROVED('r'),
  vilkaar: `r.answer = 'APPROVED_ON_CONDITIONS'`,
  afslaaet: referralStateSql.DECLINED('r'),
  tilbage: `r.withdrawnAt IS NOT NULL`,
}

export interface ReferralFilter {
  state: ReferralFilterState
  organisation?: number | undefined
  body?: number | undefined
}

const referralRow = rowsOf({
  id: column.number,
  number: column.text,
  body: column.text,
  organisation: column.text,
  openedAt: column.moment,
  dueDay: column.day,
  answer: column.orNull(column.oneOf<'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'>()),
  answeredOn: column.orNull(column.day),
  acceptedAt: column.orNull(column.moment),
  withdrawnAt: column.orNull(column.moment),
  decision: column.text,
  title: column.text,
})
export type ReferralRow = RowOf<typeof referralRow>

/** Those that wait by their deadline, the rest with the latest deadline first; paged by key, one statement. */
export function readReferralList(
  actor: Actor,
  filter: ReferralFilter,
  after: Cursor | null,
): { rows: ReferralRow[]; next: string | null } {
  const { seen, reads } = rightsOf(actor)
  const urgentFirst = filter.state === 'venter' || filter.state === 'overskredet'
  const conditions = [seen]
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.state === 'overskredet') where(stateConditions.overskredet, actor.today)
  else if (filter.state !== 'alle') where(stateConditions[filter.state])
  if (filter.organisation)
    where(
      `(r.organisationId = ? OR EXISTS (SELECT 1 FROM ReferralCell c WHERE c.referralId = r.id AND c.organisationId = ?))`,
      filter.organisation,
      filter.organisation,
    )
  if (filter.body) where('r.bodyId = ?', filter.body)
  if (after) where(`(r.dueDay, r.id) ${urgentFirst ? '>' : '<'} (?, ?)`, after.key, after.id)
  const rows = actor.database.sql.all(
    referralRow,
    `SELECT r.id, r.number, coalesce(b.name, o.name) AS body, o.name AS organisation, r.openedAt, r.dueDay, r.answer,
            r.answeredOn, r.acceptedAt, r.withdrawnAt, d.number AS decision,
            CASE WHEN ${reads} THEN d.title ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     ${joins} WHERE ${conditions.join(' AND ')}
     ORDER BY r.dueDay ${urgentFirst ? 'ASC' : 'DESC'}, r.id ${urgentFirst ? 'ASC' : 'DESC'} LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.dueDay, id: row.id }))
}

const referralInFull = rowsOf({
  id: column.number,
  number: column.text,
  version: column.number,
  question: column.text,
  decisionId: column.number,
  organisationId: column.number,
  documentId: column.orNull(column.number),
  /** False: the person may not read the decision, and gets the public title alone. */
  reads: column.flag,
  /** False: the decision's own page is not there for this person. */
  decisionSeen: column.flag,
  decision: column.text,
  title: column.text,
  publicTitle: column.orNull(column.text),
  text: column.text,
  state: column.text,
  /** As it stood when the referral was opened. */
  check: checkColumn,
  closed: column.flag,
  decidedOn: column.day,
  /** The names of the housing areas that the decision is about. */
  areas: areaNames,
  groupId: column.number,
  groupName: column.text,
  groupKind: column.oneOf<BodySubject['kind']>(),
  groupSide: column.orNull(column.oneOf<Side>()),
  meetingNumber: column.text,
  itemId: column.number,
  itemPosition: column.number,
  itemTitle: column.text,
  summary: column.text,
  recommendation: column.text,
  presentation: column.text,
  effect: column.text,
  economy: column.text,
  caseNumber: column.orNull(column.text),
  organisation: column.text,
  organisationSlug: column.text,
  organisationKind: column.text,
  organisationSide: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  organisationParentId: column.orNull(column.number),
  answeredBy: column.orNull(column.text),
})
export type ReferralInFull = RowOf<typeof referralInFull>

/** Null also when it is not for this person to see. */
export function findReferral(actor: Actor, number: string): ReferralInFull | null {
  const { seen, reads, proceedings } = rightsOf(actor)
  return (
    actor.database.sql.get(
      referralInFull,
      `SELECT r.id, r.number, r.version, r.question, r.decisionId, r.organisationId, r.documentId, ${reads} AS reads,
              ${proceedings} AS decisionSeen, d.number AS decision, d.title, d.publicTitle, d.text, d.state,
              coalesce((SELECT k.content FROM DecisionCheck k WHERE k.decisionId = d.id AND k.at <= r.openedAt
                        ORDER BY k.id DESC LIMIT 1), d."check") AS "check",
              d.closed, d.decidedOn,
              (SELECT json_group_array(h.name ORDER BY h.name) FROM DecisionArea x JOIN HousingArea h ON h.id = x.areaId
               WHERE x.decisionId = d.id) AS areas, g.id AS groupId, g.name AS groupName,
              g.kind AS groupKind, g.side AS groupSide, m.number AS meetingNumber, i.id AS itemId,
              i.position AS itemPosition, i.title AS itemTitle, i.summary, i.recommendation, i.presentation, i.effect,
              i.economy, k.number AS caseNumber, o.name AS organisation, o.slug AS organisationSlug,
              o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId,
              p.name AS answeredBy
       ${joins} JOIN Body g ON g.id = d.bodyId LEFT JOIN "Case" k ON k.id = d.caseId
            LEFT JOIN Person p ON p.id = r.answeredById
       WHERE r.number = ? AND ${seen}`,
      number,
    ) ?? null
  )
}

/** The organisation whose keeper answers: what the right to answer is asked about. */
export function answeringOrganisation(actor: Actor, number: string) {
  const found = findReferral(actor, number)
  if (!found) return null
  const { organisationId: id, organisationKind: kind, organisationSide: side, organisationParentId: parentId } = found
  return { organisation: { id, kind, side, parentId } }
}

/** The body whose decision it is: its secretariats may give longer to answer. */
export function decidingGroup(actor: Actor, number: string) {
  const found = findReferral(actor, number)
  const body =
    found &&
    actor.database.sql.get(
      bodySubject,
      'SELECT b.id, b.kind, b.side FROM Decision d JOIN Body b ON b.id = d.bodyId WHERE d.id = ?',
      found.decisionId,
    )
  return body ? { body } : null
}

const material = rowsOf({
  id: column.number,
  name: column.text,
  title: column.text,
  mediaType: column.text,
  size: column.number,
  hash: column.text,
})
export type Material = RowOf<typeof material>

/** The item's attachments: part of what is put before the deciding body. */
export const readMaterial = (db: Database, itemId: number): Material[] =>
  db.sql.all(
    material,
    `SELECT a.id, a.name, a.title, f.mediaType, f.size, f.hash FROM Attachment a JOIN Document f ON f.id = a.documentId
     WHERE a.itemId = ? AND a.removedAt IS NULL ORDER BY a.position, a.id`,
    itemId,
  )

const protocol = rowsOf(storedFileColumns)

export const protocolOf = (db: Database, documentId: number) =>
  db.sql.get(protocol, `SELECT hash, size, mediaType FROM Document WHERE id = ?`, documentId)

const stanceRow = rowsOf({
  who: column.orNull(column.text),
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
  kind: column.oneOf<'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'>(),
  text: column.text,
})
export type StanceRow = RowOf<typeof stanceRow>

export const readStances = (db: Database, decisionId: number): StanceRow[] =>
  db.sql.all(
    stanceRow,
    `SELECT o.name AS who, s.side, s.kind, s.text FROM Stance s LEFT JOIN Organisation o ON o.id = s.organisationId
     WHERE s.decisionId = ? ORDER BY s.organisationId IS NOT NULL, s.side, s.id`,
    decisionId,
  )

const conditionRow = rowsOf({
  title: column.text,
  text: column.text,
  organisation: column.text,
})
export type ConditionRow = RowOf<typeof conditionRow>

/** R63: the conditions that the organisations asked about work under today. */
export const readConditions = (db: Database, referralId: number, today: Day): ConditionRow[] =>
  db.sql.all(
    conditionRow,
    `SELECT v.title, v.text, o.name AS organisation FROM Condition v JOIN Organisation o ON o.id = v.organisationId
     WHERE v.organisationId IN (SELECT organisationId FROM ReferralCell WHERE referralId = ?)
       AND ${isOnSql('v')} ORDER BY o.position, v.id`,
    referralId,
    today,
    today,
  )
