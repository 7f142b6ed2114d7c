import type { ConsequenceRow } from '../../src/features/decisions/mandates/check/mandate-check.ts'
import type { CheckedOrganisation, MandateFacts } from '../../src/features/decisions/mandates/mandate-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner, oere } from '../../src/kernel/money.ts'

/** A small cooperation for the rules: a municipality with two departments, and an administrator with an association. */
export const municipality = organisation(1, 'Lunde Kommune', 'MUNICIPALITY', null)
export const culture = organisation(2, 'By- og Kulturforvaltningen', 'DEPARTMENT', 1)
export const children = organisation(3, 'Børn- og Ungeforvaltningen', 'DEPARTMENT', 1)
export const hoejstrup = organisation(4, 'Boligforeningen Højstrup', 'HOUSING_ORGANISATION', null)
export const administrator = organisation(5, 'Civica', 'ADMINISTRATOR', null)
export const soeparken = organisation(6, 'Boligforeningen Søparken', 'ASSOCIATION', null)
export const everyone = [municipality, culture, children, hoejstrup, administrator, soeparken]

function organisation(id: number, name: string, kind: string, parentId: number | null): CheckedOrganisation {
  const body = kind === 'DEPARTMENT' ? 'Lunde Byråd' : `${name}s bestyrelse`
  return { id, name, kind, parentId, position: id, decidingBody: { id: 100 + (parentId ?? id), name: body } }
}

export const everyTask = { strategy: false, professionalDevelopment: false, coordination: false }
export const coordination = { ...everyTask, coordination: true }
export const strategy = { ...everyTask, strategy: true }

let last = 0
/** A mandate for everything, in force in 2026, from the organisation's own deciding body. */
export function mandateFor(to: CheckedOrganisation, given: Partial<MandateFacts> = {}): MandateFacts {
  last += 1
  return {
    ...everyTask,
    subjectAreaIds: [],
    areaIds: [],
    caseId: null,
    onlyDecisionId: null,
    activated: true,
    adjusted: oere(0),
    partialCover: false,
    supersededFrom: null,
    supersededBy: null,
    id: last,
    number: `2026-A${String(last).padStart(2, '0')}`,
    organisationId: to.id,
    organisationParentId: to.parentId,
    givenById: to.parentId ?? to.id,
    economic: true,
    legal: true,
    organisational: true,
    limitPerDecision: null,
    total: null,
    drawn: oere(0),
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    sourceDay: '2025-12-10',
    revokedFrom: null,
    ...given,
  }
}

export const costs = (organisation: CheckedOrganisation, amount: number): ConsequenceRow => ({
  organisationId: organisation.id,
  amount: kroner(amount),
  legal: null,
  organisational: null,
})

export const bindsLegally = (organisation: CheckedOrganisation): ConsequenceRow => ({
  organisationId: organisation.id,
  amount: null,
  legal: 'Ny lejekontrakt',
  organisational: null,
})

export const bindsOrganisation = (organisation: CheckedOrganisation): ConsequenceRow => ({
  organisationId: organisation.id,
  amount: null,
  legal: null,
  organisational: 'Fælles vagtordning',
})
