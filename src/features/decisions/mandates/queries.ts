import type { Actor, Side } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import type { StoredFile } from '../../ground/documents/index.ts'
import { type ConsequenceKind, expiryNotice } from './mandate-rules.ts'
import type { Template } from './register/mandate-terms.ts'

export interface MandateFilter {
  q?: string | undefined
  organisation?: number | undefined
  kind?: ConsequenceKind | undefined
  /** Those given for this housing area. */
  area?: number | undefined
  /** Those that hold on this day. */
  inForceOn?: Day | undefined
  /** Those in force that run out within the notice, with nothing in their place. */
  expiringFrom?: Day | undefined
  /** Those whose protocol is still to be attached. */
  drafts?: boolean | undefined
}

export interface MandateRow {
  id: number
  number: string
  title: string
  organisationId: number
  organisation: string
  organisationSlug: string
  organisationKind: string
  organisationSide: Side | null
  organisationParentId: number | null
  body: string
  economic: 0 | 1
  legal: 0 | 1
  organisational: 0 | 1
  limitPerDecision: number | null
  total: number | null
  adjusted: number
  drawn: number
  from: Day
  to: Day | null
  sourceDay: Day
  activatedAt: string | null
  supersededFrom: Day | null
  revokedFrom: Day | null
}

const columns = `m.id, m.number, m.title, m.organisationId, o.name AS organisation, o.slug AS organisationSlug,
  o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId, b.name AS body,
  m.economic, m.legal, m.organisational, m.limitPerDecision, m.total, m.adjusted, m.drawn, m."from", m."to",
  m.sourceDay, m.activatedAt, m.supersededFrom, m.revokedFrom`

/** SQL condition: in force on the day, which is given four times. */
const holds = `m.activatedAt IS NOT NULL AND max(m."from", m.sourceDay) <= ? AND (m."to" IS NULL OR m."to" >= ?)
  AND (m.revokedFrom IS NULL OR m.revokedFrom > ?) AND (m.supersededFrom IS NULL OR m.supersededFrom > ?)`

/** The last day of a mandate, by its term or because it was revoked. */
const lastDaySql = `min(coalesce(m."to", '9999-12-31'), coalesce(date(m.revokedFrom, '-1 day'), '9999-12-31'))`
/** SQL condition: in force today, and running out within the notice; the day is given four times, then the notice's last. */
const runsOut = `${holds} AND m.supersededFrom IS NULL AND ${lastDaySql} <= ?`

const timesFour = (day: Day): SqlValue[] => [day, day, day, day]

/** Mandates, the latest to take effect first, paged by key: one statement. */
export function readMandates(
  actor: Actor,
  filter: MandateFilter,
  after: Cursor | null,
): { rows: MandateRow[]; next: string | null } {
  const conditions = [viewOf(actor).mandates('m')]
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (filter.organisation) where('m.organisationId = ?', filter.organisation)
  if (filter.kind) where(`m.${filter.kind} = 1`)
  if (filter.area) where('EXISTS (SELECT 1 FROM MandateArea x WHERE x.mandateId = m.id AND x.areaId = ?)', filter.area)
  if (filter.inForceOn) where(holds, ...timesFour(filter.inForceOn))
  if (filter.expiringFrom) where(runsOut, ...timesFour(filter.expiringFrom), addDays(filter.expiringFrom, expiryNotice))
  if (filter.drafts) where('m.activatedAt IS NULL AND m.revokedFrom IS NULL')
  if (filter.q?.trim()) {
    const like = `%${fold(filter.q.trim()).replace(/[\\%_]/g, '\\$&')}%`
    where(
      `(fold(m.title) LIKE ? ESCAPE '\\' OR fold(m.number) LIKE ? ESCAPE '\\' OR fold(o.name) LIKE ? ESCAPE '\\')`,
      like,
      like,
      like,
    )
  }
  if (after) where('(m."from", m.id) < (?, ?)', after.key, after.id)
  const rows = actor.database.sql.all<MandateRow>(
    `SELECT ${columns} FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
     WHERE ${conditions.join(' AND ')} ORDER BY m."from" DESC, m.id DESC LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.from, id: row.id }))
}

export interface MandateInFull extends MandateRow {
  bodyId: number
  template: Template | 'ONE_OFF'
  partialCover: 0 | 1
  strategy: 0 | 1
  professionalDevelopment: 0 | 1
  coordination: 0 | 1
  caseId: number | null
  caseNumber: string | null
  caseTitle: string | null
  onlyDecisionId: number | null
  /** Null also when the decision is not for this person to see. */
  onlyDecision: string | null
  sourceItem: string
  sourceNote: string
  sourceDocumentId: number | null
  supersededById: number | null
  supersededByNumber: string | null
  revokedReason: string | null
  revokedAt: string | null
  revokedBy: string | null
  registeredBy: string | null
  registeredAt: string
  version: number
}

export const findMandate = (actor: Actor, id: number): MandateInFull | null => {
  const view = viewOf(actor)
  return (
    actor.database.sql.get<MandateInFull>(
      `SELECT ${columns}, m.bodyId, m.template, m.partialCover, m.strategy, m.professionalDevelopment, m.coordination,
              m.caseId, c.number AS caseNumber, ${view.caseTitle('c')} AS caseTitle, m.onlyDecisionId,
              CASE WHEN ${view.decisions('d')} THEN d.number END AS onlyDecision,
              m.sourceItem, m.sourceNote, m.sourceDocumentId, m.supersededById, s.number AS supersededByNumber,
              m.revokedReason, m.revokedAt, r.name AS revokedBy, p.name AS registeredBy, m.registeredAt, m.version
       FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
            LEFT JOIN "Case" c ON c.id = m.caseId AND ${view.cases('c')}
            LEFT JOIN Decision d ON d.id = m.onlyDecisionId
            LEFT JOIN Mandate s ON s.id = m.supersededById
            LEFT JOIN Person p ON p.id = m.registeredById LEFT JOIN Person r ON r.id = m.revokedById
       WHERE m.id = ? AND ${view.mandates('m')}`,
      id,
    ) ?? null
  )
}

/** Whom the right to keep a mandate is asked about. */
export const keptOrganisation = (db: Database, mandateId: number) =>
  db.sql.get<{ id: number; kind: string; side: Side | null; parentId: number | null }>(
    `SELECT o.id, o.kind, o.side, o.parentId FROM Mandate m JOIN Organisation o ON o.id = m.organisationId WHERE m.id = ?`,
    mandateId,
  )

/** The subject areas and housing areas that a mandate is given for, by name; none: all. */
export function limitsOf(db: Database, mandateId: number): { subjectAreas: string[]; areas: string[] } {
  const rows = limitRows(db, mandateId)
  const names = (kind: string) => rows.filter(row => row.kind === kind).map(({ name }) => name)
  return { subjectAreas: names('subjectArea'), areas: names('area') }
}

export const limitRows = (db: Database, mandateId: number) =>
  db.sql.all<{ kind: 'subjectArea' | 'area'; id: number; name: string }>(
    `SELECT 'subjectArea' AS kind, s.id, s.name FROM MandateSubjectArea x JOIN SubjectArea s ON s.id = x.subjectAreaId WHERE x.mandateId = ?
     UNION ALL
     SELECT 'area', a.id, a.name FROM MandateArea x JOIN HousingArea a ON a.id = x.areaId WHERE x.mandateId = ?
     ORDER BY 1, 3`,
    mandateId,
    mandateId,
  )

/** Those whose place a mandate has taken. */
export const supersededBefore = (db: Database, mandateId: number) =>
  db.sql.all<{ id: number; number: string; title: string }>(
    `SELECT id, number, title FROM Mandate WHERE supersededById = ? ORDER BY id LIMIT 20`,
    mandateId,
  )

/** Who keeps a mandate on a day: those whom its organisation named, and for a department its municipality. */
export const keepersOn = (
  db: Database,
  { organisationId, organisationKind, organisationParentId }: MandateRow,
  on: Day,
): string[] =>
  db.sql
    .all<{ name: string }>(
      `SELECT DISTINCT p.name FROM Authorisation a JOIN Person p ON p.id = a.personId
       WHERE a.kind = 'MANDATE_KEEPER' AND a.organisationId IN (?, ?) AND a."from" <= ? AND (a."to" IS NULL OR a."to" >= ?)
       ORDER BY a.organisationId, p.name LIMIT 10`,
      organisationId,
      organisationKind === 'DEPARTMENT' ? (organisationParentId ?? 0) : 0,
      on,
      on,
    )
    .map(({ name }) => name)

export interface WaitingMandate {
  id: number
  number: string
  title: string
  organisation: string
  /** Its last day; of a draft null. */
  to: Day | null
}

/** What a keeper is to attach to, and what keepers and both secretariats are to renew in time: two lists, one statement. */
export function mandatesToSee(actor: Actor): WaitingMandate[] {
  const kept = keptOrganisations(actor)
  const secretary = actor.seats.some(seat => seat.bodyKind === 'SECRETARIAT')
  if (kept.size === 0 && !secretary) return []
  const isOwn = (row: AwaitedMandate) =>
    kept.has(row.organisationId) || (row.departmentOf !== null && kept.has(row.departmentOf))
  return awaitedMandates(actor.database, actor.today)
    .filter(row => (secretary && row.to !== null) || isOwn(row))
    .slice(0, 20)
}

/** The organisations whose mandates the person keeps; a municipality's keeper keeps its departments' too. */
export const keptOrganisations = (actor: Actor): ReadonlySet<number> =>
  new Set(actor.authorisations.filter(given => given.kind === 'MANDATE_KEEPER').map(given => given.organisationId))

interface AwaitedMandate extends WaitingMandate {
  organisationId: number
  departmentOf: number | null
}

/** Drafts, and what runs out soon: the same for everyone, and few. */
const awaitedMandates = untilCommit<Day, AwaitedMandate[]>(2, ({ sql }, today) =>
  sql.all<AwaitedMandate>(
    `SELECT m.id, m.number, m.title, o.shortName AS organisation, o.id AS organisationId,
            CASE WHEN o.kind = 'DEPARTMENT' THEN o.parentId END AS departmentOf,
            CASE WHEN m.activatedAt IS NULL THEN NULL ELSE ${lastDaySql} END AS "to"
     FROM Mandate m JOIN Organisation o ON o.id = m.organisationId
     WHERE (${runsOut}) OR (m.activatedAt IS NULL AND m.revokedFrom IS NULL)
     ORDER BY "to", m.id LIMIT 1000`,
    ...timesFour(today),
    addDays(today, expiryNotice),
  ),
)

/** The protocol behind a mandate, when one was handed in and the person may see the mandate. */
export const sourceDocumentOf = (actor: Actor, mandateId: number): ({ number: string } & StoredFile) | undefined =>
  actor.database.sql.get(
    `SELECT m.number, f.hash, f.size, f.mediaType FROM Mandate m JOIN Document f ON f.id = m.sourceDocumentId
     WHERE m.id = ? AND ${viewOf(actor).mandates('m')}`,
    mandateId,
  )

/** Whether there is any mandate at all that this person may see. */
export const anyMandate = (actor: Actor): boolean =>
  actor.database.sql.get(`SELECT 1 FROM Mandate m WHERE ${viewOf(actor).mandates('m')} LIMIT 1`) !== undefined
