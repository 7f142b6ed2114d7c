import type { ReadClient } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { CheckedOrganisation, MandateFacts } from '../mandate-rules.ts'
import { mandateOf } from '../stored-mandate.ts'
import { type CheckFacts, type ConsequenceRow, checkMandates, type MandateCheck } from './mandate-check.ts'

/** The same reads on a page's connection and inside the transaction that draws. */
export type CheckReads = Pick<ReadClient, 'organisation' | 'mandate'>

/** What the mandate check needs to know about the organisations, as it stands on the connection asked. */
export async function loadCheckFacts(
  reads: CheckReads,
  organisationIds: number[],
  on: Day,
  decisionIds: number[] = [],
): Promise<{ organisations: CheckedOrganisation[]; mandates: MandateFacts[] }> {
  const bodies = {
    where: { kind: 'DECIDING_BODY' as const, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
    orderBy: { id: 'asc' as const },
    take: 1,
  }
  const organisations = await reads.organisation.findMany({
    where: { id: { in: organisationIds } },
    include: { decidingBodies: bodies, parent: { include: { decidingBodies: bodies } } },
  })
  const givenTo = organisations.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]))
  const mandates = await reads.mandate.findMany({
    // One-offs of other decisions are never this one's, and they grow in number.
    where: { organisationId: { in: givenTo }, OR: [{ onlyDecisionId: null }, { onlyDecisionId: { in: decisionIds } }] },
    include: {
      body: { select: { kind: true, organisationId: true } },
      organisation: { select: { parentId: true } },
      supersededBy: { select: { number: true } },
      subjectAreas: { select: { subjectAreaId: true } },
      areas: { select: { areaId: true, area: { select: { name: true } } }, orderBy: { areaId: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  return {
    organisations: organisations.map(({ id, name, kind, parentId, position, decidingBodies, parent }) => {
      const body = decidingBodies[0] ?? parent?.decidingBodies[0]
      return { id, name, kind, parentId, position, decidingBody: body ? { id: body.id, name: body.name } : null }
    }),
    mandates: mandates.map(mandateOf).map(
      (mandate): MandateFacts => ({
        id: mandate.id,
        number: mandate.number,
        organisationId: mandate.organisationId,
        organisationParentId: mandate.organisation.parentId,
        givenById: mandate.body.kind === 'DECIDING_BODY' ? mandate.body.organisationId : null,
        activated: mandate.activatedAt !== null,
        economic: mandate.economic,
        legal: mandate.legal,
        organisational: mandate.organisational,
        strategy: mandate.strategy,
        professionalDevelopment: mandate.professionalDevelopment,
        coordination: mandate.coordination,
        subjectAreaIds: mandate.subjectAreas.map(({ subjectAreaId }) => subjectAreaId),
        areaIds: mandate.areas.map(({ areaId }) => areaId),
        areaNames: mandate.areas.map(({ area }) => area.name),
        caseId: mandate.caseId,
        onlyDecisionId: mandate.onlyDecisionId,
        limitPerDecision: mandate.limitPerDecision,
        total: mandate.total,
        adjusted: mandate.adjusted,
        drawn: mandate.drawn,
        partialCover: mandate.partialCover,
        from: mandate.from,
        to: mandate.to,
        sourceDay: mandate.sourceDay,
        revokedFrom: mandate.revokedFrom,
        supersededFrom: mandate.supersededFrom,
        supersededBy: mandate.supersededBy?.number ?? null,
      }),
    ),
  }
}

/** What a decision is about, apart from whom it binds. */
export type DecisionFacts = Omit<CheckFacts, 'organisations'>

/** The mandate check of a decision as things stand on the connection asked. */
export async function checkDecision(
  reads: CheckReads,
  rows: ConsequenceRow[],
  about: DecisionFacts,
  on: Day,
): Promise<MandateCheck> {
  const named = rows.map(row => row.organisationId)
  const { organisations, mandates } = await loadCheckFacts(reads, named, on, about.decisionId ? [about.decisionId] : [])
  return checkMandates(rows, mandates, { ...about, organisations }, on)
}
