import type { Actor, Side } from '../../../access/actor.ts'
import { keeperFor, keepsMandates } from '../../../access/kept-mandates.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { SqlValue } from '../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import { type Cursor, pageSize, takePage } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { storedFileColumns } from '../../ground/documents/index.ts'
import { awaitedDraftSql, endOrNullSql, inForceSql, runsOutSql, runsOutValues } from './mandate-period.ts'
import type { ConsequenceKind } from './mandate-rules.ts'
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

const columns = `m.id, m.number, m.title, m.organisationId, o.name AS organisation, o.slug AS organisationSlug,
  o.kind AS organisationKind, o.side AS organisationSide, o.parentId AS organisationParentId, b.name AS body,
  m.economic, m.legal, m.organisational, m.limitPerDecision, m.total, m.adjusted, m.drawn, m."from", m."to",
  m.sourceDay, m.activatedAt, m.supersededFrom, m.revokedFrom`

const described = {
  id: column.number,
  number: column.text,
  title: column.text,
  organisationId: column.number,
  organisation: column.text,
  organisationSlug: column.text,
  organisationKind: column.text,
  organisationSide: column.orNull(column.oneOf<Side>()),
  organisationParentId: column.orNull(column.number),
  body: column.text,
  economic: column.flag,
  legal: column.flag,
  organisational: column.flag,
  limitPerDecision: column.orNull(column.amount),
  total: column.orNull(column.amount),
  adjusted: column.amount,
  drawn: column.amount,
  from: column.day,
  to: column.orNull(column.day),
  sourceDay: column.day,
  activatedAt: column.orNull(column.moment),
  supersededFrom: column.orNull(column.day),
  revokedFrom: column.orNull(column.day),
}

const mandateRow = rowsOf(described)
export type MandateRow = RowOf<typeof mandateRow>

/** Whom the right to keep a mandate is asked about. */
export const subjectOf = (mandate: MandateRow) => ({
  id: mandate.organisationId,
  kind: mandate.organisationKind,
  side: mandate.organisationSide,
  parentId: mandate.organisationParentId,
})

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
  if (filter.inForceOn) where(inForceSql('m'), filter.inForceOn)
  if (filter.expiringFrom) where(runsOutSql('m'), ...runsOutValues(filter.expiringFrom))
  if (filter.drafts) where(awaitedDraftSql('m'))
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
  const rows = actor.database.sql.all(
    mandateRow,
    `SELECT ${columns} FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
     WHERE ${conditions.join(' AND ')} ORDER BY m."from" DESC, m.id DESC LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.from, id: row.id }))
}

const mandateInFull = rowsOf({
  ...described,
  bodyId: column.number,
  template: column.oneOf<Template | 'ONE_OFF'>(),
  partialCover: column.flag,
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  caseId: column.orNull(column.number),
  caseNumber: column.orNull(column.text),
  caseTitle: column.orNull(column.text),
  onlyDecisionId: column.orNull(column.number),
  /** Null also when the decision is not for this person to see. */
  onlyDecision: column.orNull(column.text),
  sourceItem: column.text,
  sourceNote: column.text,
  sourceDocumentId: column.orNull(column.number),
  supersededById: column.orNull(column.number),
  supersededByNumber: column.orNull(column.text),
  revokedReason: column.orNull(column.text),
  revokedAt: column.orNull(column.moment),
  revokedBy: column.orNull(column.text),
  registeredBy: column.orNull(column.text),
  registeredAt: column.moment,
  version: column.number,
})
export type MandateInFull = RowOf<typeof mandateInFull>

export const findMandate = (actor: Actor, id: number): MandateInFull | null => {
  const view = viewOf(actor)
  return (
    actor.database.sql.get(
      mandateInFull,
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

const keptRow = rowsOf({
  id: column.number,
  kind: column.text,
  side: column.orNull(column.oneOf<Side>()),
  parentId: column.orNull(column.number),
})

/** The same where nothing else of the mandate has been read. */
export const keptOrganisation = (db: Database, mandateId: number) =>
  db.sql.get(
    keptRow,
    `SELECT o.id, o.kind, o.side, o.parentId FROM Mandate m JOIN Organisation o ON o.id = m.organisationId WHERE m.id = ?`,
    mandateId,
  )

/** The subject areas and housing areas that a mandate is given for, by name; none: all. */
export function limitsOf(db: Database, mandateId: number): { subjectAreas: string[]; areas: string[] } {
  const rows = limitRows(db, mandateId)
  const names = (kind: string) => rows.filter(row => row.kind === kind).map(({ name }) => name)
  return { subjectAreas: names('subjectArea'), areas: names('area') }
}

const limitRow = rowsOf({ kind: column.oneOf<'subjectArea' | 'area'>(), id: column.number, name: column.text })

export const limitRows = (db: Database, mandateId: number) =>
  db.sql.all(
    limitRow,
    `SELECT 'subjectArea' AS kind, s.id, s.name FROM MandateSubjectArea x JOIN SubjectArea s ON s.id = x.subjectAreaId WHERE x.mandateId = ?
     UNION ALL
     SELECT 'area', a.id, a.name FROM MandateArea x JOIN HousingArea a ON a.id = x.areaId WHERE x.mandateId = ?
     ORDER BY 1, 3`,
    mandateId,
    mandateId,
  )

const supersededRow = rowsOf({ id: column.number, number: column.text, title: column.text })

/** Those whose place a mandate has taken. */
export const supersededBefore = (db: Database, mandateId: number) =>
  db.sql.all(
    supersededRow,
    `SELECT id, number, title FROM Mandate WHERE supersededById = ? ORDER BY id LIMIT 20`,
    mandateId,
  )

const keeperRow = rowsOf({ name: column.text })

/** Who keeps a mandate on a day: those whom its organisation named, and for a department its municipality. */
export const keepersOn = (
  db: Database,
  { organisationId, organisationKind, organisationParentId }: MandateRow,
  on: Day,
): string[] =>
  db.sql
    .all(
      keeperRow,
      `SELECT DISTINCT p.name FROM Authorisation a JOIN Person p ON p.id = a.personId
       WHERE a.kind = 'MANDATE_KEEPER' AND a.organisationId IN (?, ?) AND ${isOnSql('a')}
       ORDER BY a.organisationId, p.name LIMIT 10`,
      organisationId,
      organisationKind === 'DEPARTMENT' ? (organisationParentId ?? 0) : 0,
      on,
      on,
    )
    .map(({ name }) => name)

const waitingMandate = {
  id: column.number,
  number: column.text,
  title: column.text,
  organisation: column.text,
  /** Its last day; of a draft null. */
  to: column.orNull(column.day),
}
export type WaitingMandate = RowOf<ReturnType<typeof rowsOf<typeof waitingMandate>>>

/** What a keeper is to attach to, and what keepers and both secretariats are to renew in time: two lists, one statement. */
export function mandatesToSee(actor: Actor): WaitingMandate[] {
  const secretary = actor.seats.some(seat => seat.bodyKind === 'SECRETARIAT')
  if (keeperFor(actor).length === 0 && !secretary) return []
  const isOwn = ({ organisationId: id, organisationKind: kind, parentId }: AwaitedMandate) =>
    keepsMandates(actor, { id, kind, parentId })
  return awaitedMandates(actor.database, actor.today)
    .filter(row => (secretary && row.to !== null) || isOwn(row))
    .slice(0, 20)
}

const awaitedMandate = rowsOf({
  ...waitingMandate,
  organisationId: column.number,
  organisationKind: column.text,
  parentId: column.orNull(column.number),
})
type AwaitedMandate = RowOf<typeof awaitedMandate>

/** Drafts, and what runs out soon: the same for everyone, and few. */
const awaitedMandates = untilCommit<Day, AwaitedMandate[]>(2, ({ sql }, today) =>
  sql.all(
    awaitedMandate,
    `SELECT m.id, m.number, m.title, o.shortName AS organisation, o.id AS organisationId,
            o.kind AS organisationKind, o.parentId,
            CASE WHEN m.activatedAt IS NOT NULL THEN ${endOrNullSql('m')} END AS "to"
     FROM Mandate m JOIN Organisation o ON o.id = m.organisationId
     WHERE ${runsOutSql('m')} OR ${awaitedDraftSql('m')}
     ORDER BY "to", m.id LIMIT 1000`,
    ...runsOutValues(today),
  ),
)

const sourceDocument = rowsOf({ number: column.text, ...storedFileColumns })

/** The protocol behind a mandate, when one was handed in and the person may see the mandate. */
export const sourceDocumentOf = (actor: Actor, mandateId: number) =>
  actor.database.sql.get(
    sourceDocument,
    `SELECT m.number, f.hash, f.size, f.mediaType FROM Mandate m JOIN Document f ON f.id = m.sourceDocumentId
     WHERE m.id = ? AND ${viewOf(actor).mandates('m')}`,
    mandateId,
  )

const one = rowsOf({ one: column.number })

/** Whether there is any mandate at all that this person may see. */
export const anyMandate = (actor: Actor): boolean =>
  actor.database.sql.get(one, `SELECT 1 AS one FROM Mandate m WHERE ${viewOf(actor).mandates('m')} LIMIT 1`) !==
  undefined
