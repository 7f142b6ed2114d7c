import type { Actor } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import type { StoredFile } from '../../ground/documents/index.ts'
import type { ReferralFilterState } from './forms.ts'

/**
 * SQL condition: the referral concerns an organisation whose mandates the person keeps. What is put before its deciding
 * body the keeper reads, also of a closed item and before the minutes are out: the body cannot answer unread.
 */
const kept = (actor: Actor): string => {
  if (actor.system) return '1 = 1'
  const ids = actor.authorisations.filter(({ kind }) => kind === 'MANDATE_KEEPER').map(given => given.organisationId)
  return ids.length === 0
    ? '1 = 0'
    : `(o.id IN (${ids.join(',')}) OR (o.kind = 'DEPARTMENT' AND o.parentId IN (${ids.join(',')})))`
}

const rightsOf = (actor: Actor) => {
  const view = viewOf(actor)
  const keeps = kept(actor)
  return {
    seen: `(${view.decisions('d')} OR ${keeps})`,
    reads: `(${keeps} OR ${view.insideDecisions('d')})`,
    proceedings: view.decisions('d'),
  }
}

const joins = `FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
     JOIN Meeting m ON m.id = d.meetingId JOIN AgendaItem i ON i.id = d.itemId LEFT JOIN Body b ON b.id = r.bodyId`

const waiting = `(r.withdrawnAt IS NULL AND (r.answer IS NULL OR (r.answer = 'APPROVED_ON_CONDITIONS' AND r.acceptedAt IS NULL)))`

const stateConditions: Record<Exclude<ReferralFilterState, 'alle'>, string> = {
  venter: waiting,
  overskredet: `(r.withdrawnAt IS NULL AND r.answer IS NULL AND r.dueDay < ?)`,
  godkendt: `(r.answer = 'APPROVED' OR r.acceptedAt IS NOT NULL)`,
  vilkaar: `r.answer = 'APPROVED_ON_CONDITIONS'`,
  afslaaet: `r.answer = 'DECLINED'`,
  tilbage: `(r.withdrawnAt IS NOT NULL)`,
}

export interface ReferralFilter {
  state: ReferralFilterState
  organisation?: number | undefined
  body?: number | undefined
}

export interface ReferralRow {
  id: number
  number: string
  body: string
  organisation: string
  openedAt: string
  dueDay: Day
  answer: 'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED' | null
  answeredOn: Day | null
  acceptedAt: string | null
  withdrawnAt: string | null
  decision: string
  title: string
}

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
  const rows = actor.database.sql.all<ReferralRow>(
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

export interface ReferralInFull {
  id: number
  number: string
  version: number
  question: string
  decisionId: number
  organisationId: number
  documentId: number | null
  /** 0: the person may not read the decision, and gets the public title alone. */
  reads: 0 | 1
  /** 0: the decision's own page is not there for this person. */
  decisionSeen: 0 | 1
  decision: string
  title: string
  publicTitle: string | null
  text: string
  state: string
  /** As it stood when the referral was opened. */
  check: string
  closed: 0 | 1
  decidedOn: Day
  /** JSON: the names of the housing areas that the decision is about. */
  areas: string
  groupId: number
  groupName: string
  groupKind: BodySubject['kind']
  groupSide: BodySubject['side']
  meetingNumber: string
  itemId: number
  itemPosition: number
  itemTitle: string
  summary: string
  recommendation: string
  presentation: string
  effect: string
  economy: string
  caseNumber: string | null
  organisation: string
  organisationSlug: string
  organisationKind: string
  organisationSide: 'HOUSING' | 'MUNICIPALITY' | null
  organisationParentId: number | null
  answeredBy: string | null
}

/** Null also when it is not for this person to see. */
export function findReferral(actor: Actor, number: string): ReferralInFull | null {
  const { seen, reads, proceedings } = rightsOf(actor)
  return (
    actor.database.sql.get<ReferralInFull>(
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
    actor.database.sql.get<BodySubject>(
      'SELECT b.id, b.kind, b.side FROM Decision d JOIN Body b ON b.id = d.bodyId WHERE d.id = ?',
      found.decisionId,
    )
  return body ? { body } : null
}

export interface Material {
  id: number
  name: string
  title: string
  mediaType: string
  size: number
  hash: string
}

/** The item's attachments: part of what is put before the deciding body. */
export const readMaterial = (db: Database, itemId: number): Material[] =>
  db.sql.all<Material>(
    `SELECT a.id, a.name, a.title, f.mediaType, f.size, f.hash FROM Attachment a JOIN Document f ON f.id = a.documentId
     WHERE a.itemId = ? AND a.removedAt IS NULL ORDER BY a.position, a.id`,
    itemId,
  )

export const protocolOf = (db: Database, documentId: number): StoredFile | undefined =>
  db.sql.get(`SELECT hash, size, mediaType FROM Document WHERE id = ?`, documentId)

export interface StanceRow {
  who: string | null
  side: 'HOUSING' | 'MUNICIPALITY'
  kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'
  text: string
}

export const readStances = (db: Database, decisionId: number): StanceRow[] =>
  db.sql.all<StanceRow>(
    `SELECT o.name AS who, s.side, s.kind, s.text FROM Stance s LEFT JOIN Organisation o ON o.id = s.organisationId
     WHERE s.decisionId = ? ORDER BY s.organisationId IS NOT NULL, s.side, s.id`,
    decisionId,
  )

export interface ConditionRow {
  title: string
  text: string
  organisation: string
}

/** R63: the conditions that the organisations asked about work under today. */
export const readConditions = (db: Database, referralId: number, today: Day): ConditionRow[] =>
  db.sql.all<ConditionRow>(
    `SELECT v.title, v.text, o.name AS organisation FROM Condition v JOIN Organisation o ON o.id = v.organisationId
     WHERE v.organisationId IN (SELECT organisationId FROM ReferralCell WHERE referralId = ?)
       AND v."from" <= ? AND (v."to" IS NULL OR v."to" >= ?) ORDER BY o.position, v.id`,
    referralId,
    today,
    today,
  )
