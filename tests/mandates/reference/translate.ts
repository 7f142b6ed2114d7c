import type { CheckFacts, ConsequenceRow } from '../../../src/features/decisions/mandates/check/mandate-check.ts'
import type { CheckedOrganisation, MandateFacts } from '../../../src/features/decisions/mandates/mandate-rules.ts'
import type { Tasks } from '../../../src/features/decisions/mandates/mandate-scope.ts'
import { type Day, day, daysBetween } from '../../../src/kernel/days.ts'
import type { Kind, ModelDecision, ModelMandate, ModelOrganisation } from './model-check.ts'

/** The portal's facts in the reference model's words. Only names and units change here; no rule is applied. */
const dayZero = day('2026-01-01')
export const counted = (date: Day | null): number => (date === null ? Infinity : daysBetween(dayZero, date))

export function modelOrganisation({ position, kind, parentId }: CheckedOrganisation, all: CheckedOrganisation[]) {
  const municipality = kind === 'DEPARTMENT' ? all.find(({ id }) => id === parentId)?.position : undefined
  return { id: position, municipality: municipality ?? null }
}

export function modelMandate(mandate: MandateFacts, organisations: CheckedOrganisation[]): ModelMandate {
  const placeOf = (wanted: number | null) => organisations.find(({ id }) => id === wanted)?.position ?? null
  const to = organisations.find(({ id }) => id === mandate.organisationId)
  const [year, serial] = mandate.number.split('-A').map(Number)
  const kinds: Kind[] = ['economic', 'legal', 'organisational']
  return {
    id: mandate.id,
    year: year ?? 0,
    serial: serial ?? 0,
    organisation: to === undefined ? { id: -1, municipality: null } : modelOrganisation(to, organisations),
    givenBy: placeOf(mandate.givenById),
    sourceDay: mandate.sourceDay === '' ? Infinity : counted(day(mandate.sourceDay)),
    covers: kinds.filter(kind => mandate[kind]),
    limit: mandate.limitPerDecision ?? Infinity,
    total: mandate.total === null ? Infinity : mandate.total + mandate.adjusted,
    tasks: namedTasks(mandate),
    subjects: [...mandate.subjectAreaIds],
    areas: [...mandate.areaIds],
    case: mandate.caseId,
    onlyDecision: mandate.onlyDecisionId,
    partial: mandate.partialCover,
    activated: mandate.activated,
    from: counted(mandate.from),
    to: counted(mandate.to),
    supersededFrom: counted(mandate.supersededFrom),
    revokedFrom: counted(mandate.revokedFrom),
  }
}

export function modelDecision(rows: ConsequenceRow[], facts: CheckFacts): ModelDecision {
  const organisationOf = (row: ConsequenceRow): ModelOrganisation => {
    const found = facts.organisations.find(({ id }) => id === row.organisationId)
    if (!found) throw new Error(`no organisation ${row.organisationId} among the facts`)
    return modelOrganisation(found, facts.organisations)
  }
  return {
    id: facts.decisionId ?? null,
    case: facts.caseId ?? null,
    tasks: namedTasks(facts.tasks),
    subjects: [...(facts.subjectAreaIds ?? [])],
    areas: [...(facts.areaIds ?? [])],
    rows: rows.map(row => ({
      organisation: organisationOf(row),
      amount: row.amount ?? 0,
      legal: row.legal !== null,
      organisational: row.organisational !== null,
    })),
  }
}

const namedTasks = (tasks: Tasks): string[] =>
  (['strategy', 'professionalDevelopment', 'coordination'] as const).filter(task => tasks[task])
