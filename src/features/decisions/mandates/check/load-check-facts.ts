import { z } from 'zod'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { CheckedOrganisation, MandateFacts } from '../mandate-rules.ts'
import { type CheckFacts, type ConsequenceRow, checkMandates, type MandateCheck } from './mandate-check.ts'

/** What the mandate check needs to know about the organisations, as it stands where it is read: two statements. */
export async function loadCheckFacts(
  read: RowReader,
  organisationIds: number[],
  on: Day,
  decisionIds: number[] = [],
): Promise<{ organisations: CheckedOrganisation[]; mandates: MandateFacts[] }> {
  const organisations = await readOrganisations(read, organisationIds, on)
  const givenTo = organisations.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]))
  return { organisations, mandates: await readMandates(read, [...new Set(givenTo)], decisionIds) }
}

const organisationRow = rowsOf({
  id: column.number,
  name: column.text,
  kind: column.text,
  parentId: column.orNull(column.number),
  position: column.number,
  bodyId: column.orNull(column.number),
  bodyName: column.orNull(column.text),
})

/** The deciding body of the organisation that `of` names, on a day that is given twice. */
const decidingBody = (of: string): string => `(SELECT b.id FROM Body b WHERE b.organisationId = ${of}
  AND b.kind = 'DECIDING_BODY' AND b."from" <= ? AND (b."to" IS NULL OR b."to" >= ?) ORDER BY b.id LIMIT 1)`

async function readOrganisations(read: RowReader, ids: number[], on: Day): Promise<CheckedOrganisation[]> {
  const rows = await read(
    organisationRow,
    `SELECT o.id, o.name, o.kind, o.parentId, o.position, b.id AS bodyId, b.name AS bodyName
     FROM Organisation o
     LEFT JOIN Body b ON b.id = coalesce(${decidingBody('o.id')}, ${decidingBody('o.parentId')})
     WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.id`,
    on,
    on,
    on,
    on,
    JSON.stringify(ids),
  )
  return rows.map(({ bodyId, bodyName, ...organisation }) => ({
    ...organisation,
    decidingBody: bodyId === null || bodyName === null ? null : { id: bodyId, name: bodyName },
  }))
}

const ids = z.array(z.number())

const mandateRow = rowsOf({
  id: column.number,
  number: column.text,
  organisationId: column.number,
  organisationParentId: column.orNull(column.number),
  givenById: column.orNull(column.number),
  activated: column.flag,
  economic: column.flag,
  legal: column.flag,
  organisational: column.flag,
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  subjectAreaIds: column.json(ids),
  areaIds: column.json(ids),
  areaNames: column.json(z.array(z.string())),
  caseId: column.orNull(column.number),
  onlyDecisionId: column.orNull(column.number),
  limitPerDecision: column.orNull(column.amount),
  total: column.orNull(column.amount),
  adjusted: column.amount,
  drawn: column.amount,
  partialCover: column.flag,
  from: column.day,
  to: column.orNull(column.day),
  sourceDay: column.day,
  revokedFrom: column.orNull(column.day),
  supersededFrom: column.orNull(column.day),
  supersededBy: column.orNull(column.text),
})

/** One-offs of other decisions are never these decisions' own, and they grow in number: they are left out. */
const readMandates = (
  read: RowReader,
  organisationIds: number[],
  decisionIds: number[],
): Promise<RowOf<typeof mandateRow>[]> | RowOf<typeof mandateRow>[] =>
  read(
    mandateRow,
    `SELECT m.id, m.number, m.organisationId, o.parentId AS organisationParentId,
            CASE WHEN b.kind = 'DECIDING_BODY' THEN b.organisationId END AS givenById,
            m.activatedAt IS NOT NULL AS activated, m.economic, m.legal, m.organisational, m.strategy,
            m.professionalDevelopment, m.coordination,
            (SELECT json_group_array(x.subjectAreaId ORDER BY x.subjectAreaId) FROM MandateSubjectArea x WHERE x.mandateId = m.id) AS subjectAreaIds,
            (SELECT json_group_array(x.areaId ORDER BY x.areaId) FROM MandateArea x WHERE x.mandateId = m.id) AS areaIds,
            (SELECT json_group_array(a.name ORDER BY x.areaId) FROM MandateArea x JOIN HousingArea a ON a.id = x.areaId
             WHERE x.mandateId = m.id) AS areaNames,
            m.caseId, m.onlyDecisionId, m.limitPerDecision, m.total, m.adjusted, m.drawn, m.partialCover, m."from", m."to",
            m.sourceDay, m.revokedFrom, m.supersededFrom, s.number AS supersededBy
     FROM Mandate m JOIN Organisation o ON o.id = m.organisationId JOIN Body b ON b.id = m.bodyId
          LEFT JOIN Mandate s ON s.id = m.supersededById
     WHERE m.organisationId IN (SELECT value FROM json_each(?))
       AND (m.onlyDecisionId IS NULL OR m.onlyDecisionId IN (SELECT value FROM json_each(?)))
     ORDER BY m.id`,
    JSON.stringify(organisationIds),
    JSON.stringify(decisionIds),
  )

/** What a decision is about, apart from whom it binds. */
export type DecisionFacts = Omit<CheckFacts, 'organisations'>

/** The mandate check of a decision as things stand where it is read. */
export async function checkDecision(
  read: RowReader,
  rows: ConsequenceRow[],
  about: DecisionFacts,
  on: Day,
): Promise<MandateCheck> {
  const named = rows.map(row => row.organisationId)
  const { organisations, mandates } = await loadCheckFacts(read, named, on, about.decisionId ? [about.decisionId] : [])
  return checkMandates(rows, mandates, { ...about, organisations }, on)
}
