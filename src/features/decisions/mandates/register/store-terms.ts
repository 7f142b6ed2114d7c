import type { Tx } from '../../../../database/write.ts'
import { type Fault, fault } from '../../../ground/parties/index.ts'
import { mayGive } from '../mandate-rules.ts'
import type { MandateTerms } from './mandate-terms.ts'

/** The terms as the mandate's own columns; the areas that it is limited to are rows beside it. */
export const columnsOf = (terms: MandateTerms) => ({
  template: terms.template ?? ('FREE' as const),
  title: terms.title,
  economic: terms.economic,
  limitPerDecision: terms.limitPerDecision === null ? null : BigInt(terms.limitPerDecision),
  total: terms.total === null ? null : BigInt(terms.total),
  partialCover: terms.partialCover ?? false,
  legal: terms.legal,
  organisational: terms.organisational,
  strategy: terms.strategy,
  professionalDevelopment: terms.professionalDevelopment,
  coordination: terms.coordination,
  caseId: terms.caseId ?? null,
  from: terms.from,
  to: terms.to,
  sourceDay: terms.sourceDay,
  sourceItem: terms.sourceItem,
  sourceNote: terms.sourceNote,
})

export const areaRows = ({ subjectAreaIds = [], areaIds = [] }: MandateTerms) => ({
  subjectAreas: [...new Set(subjectAreaIds)].map(subjectAreaId => ({ subjectAreaId })),
  areas: [...new Set(areaIds)].map(areaId => ({ areaId })),
})

/** R66, R67: only the organisation's own deciding body gives; a municipality's also for its departments. */
export async function giverFault(
  tx: Tx,
  bodyId: number,
  organisation: { id: number; kind: string; parentId: number | null; name: string },
): Promise<Fault | null> {
  if (organisation.kind === 'EXTERNAL')
    return fault('organisationId', 'En ekstern organisation har ikke mandater. Vælg en af parternes organisationer.')
  const body = await tx.body.findUnique({ where: { id: bodyId } })
  if (body?.kind !== 'DECIDING_BODY') return fault('bodyId', 'Et mandat skal være givet af et besluttende organ.')
  if (mayGive(body.organisationId, organisation)) return null
  const by =
    organisation.kind === 'DEPARTMENT'
      ? 'forvaltningens eget eller kommunens besluttende organ'
      : `det besluttende organ for ${organisation.name}`
  return fault('bodyId', `Mandatet kan kun gives af ${by}. ${body.name} kan ikke give det.`)
}

/** What the terms name must be there: a case of the cooperation's own, subject areas and housing areas. */
export async function notThere(tx: Tx, terms: MandateTerms): Promise<Fault[]> {
  const found: Fault[] = []
  if (terms.caseId) {
    const cases = await tx.case.count({ where: { id: terms.caseId, sideInternal: null } })
    if (cases === 0) found.push(fault('caseId', 'Vælg en af samarbejdets egne sager.'))
  }
  const { subjectAreas, areas } = areaRows(terms)
  const themes = await tx.subjectArea.count({ where: { id: { in: subjectAreas.map(row => row.subjectAreaId) } } })
  if (themes !== subjectAreas.length) found.push(fault('subjectAreaIds', 'Vælg sagsområder på listen.'))
  const places = await tx.housingArea.count({ where: { id: { in: areas.map(row => row.areaId) } } })
  if (places !== areas.length) found.push(fault('areaIds', 'Vælg boligområder på listen.'))
  return found
}
