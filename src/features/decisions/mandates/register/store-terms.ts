import type { Tx } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
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
): Promise<Objection | null> {
  if (organisation.kind === 'EXTERNAL')
    return objection(
      'En ekstern organisation har ikke mandater. Vælg en af parternes organisationer.',
      'organisationId',
    )
  const body = await tx.body.findUnique({ where: { id: bodyId } })
  if (body?.kind !== 'DECIDING_BODY') return objection('Et mandat skal være givet af et besluttende organ.', 'bodyId')
  if (mayGive(body.organisationId, organisation)) return null
  const by =
    organisation.kind === 'DEPARTMENT'
      ? 'forvaltningens eget eller kommunens besluttende organ'
      : `det besluttende organ for ${organisation.name}`
  return objection(`Mandatet kan kun gives af ${by}. ${body.name} kan ikke give det.`, 'bodyId')
}

/** What the terms name must be there: a case of the cooperation's own, subject areas and housing areas. */
export async function notThere(tx: Tx, terms: MandateTerms): Promise<Objection[]> {
  const found: Objection[] = []
  if (terms.caseId) {
    const cases = await tx.case.count({ where: { id: terms.caseId, sideInternal: null } })
    if (cases === 0) found.push(objection('Vælg en af samarbejdets egne sager.', 'caseId'))
  }
  const { subjectAreas, areas } = areaRows(terms)
  const themes = await tx.subjectArea.count({ where: { id: { in: subjectAreas.map(row => row.subjectAreaId) } } })
  if (themes !== subjectAreas.length) found.push(objection('Vælg sagsområder på listen.', 'subjectAreaIds'))
  const places = await tx.housingArea.count({ where: { id: { in: areas.map(row => row.areaId) } } })
  if (places !== areas.length) found.push(objection('Vælg boligområder på listen.', 'areaIds'))
  return found
}
