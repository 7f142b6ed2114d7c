import type { BodySubject } from '../../../../access/policy.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { type InvolvementStatus, type ItemKind, tasksOf } from '../agenda/agenda-rules.ts'

/** What a person writes of an item. */
export interface ItemDraft {
  title: string
  kind: ItemKind
  strategy?: boolean
  professionalDevelopment?: boolean
  coordination?: boolean
  procedural?: boolean
  caseId?: number | null
  summary?: string
  recommendation?: string
  presentation?: string
  effect?: string
  economy?: string
  closed?: boolean
  closedReason?: string | null
  publicTitle?: string | null
  presenter?: string | null
  guests?: string | null
  plannedMinutes?: number
  involvements?: { organisationId: number; status: InvolvementStatus; note?: string }[]
  subjectAreaIds?: number[]
}

/** The item's own columns; what the draft leaves out has its empty value. */
export const columnsOf = (draft: ItemDraft) => ({
  title: draft.title,
  kind: draft.kind,
  strategy: draft.strategy ?? false,
  professionalDevelopment: draft.professionalDevelopment ?? false,
  coordination: draft.coordination ?? false,
  procedural: draft.procedural ?? false,
  caseId: draft.caseId ?? null,
  summary: draft.summary ?? '',
  recommendation: draft.recommendation ?? '',
  presentation: draft.presentation ?? '',
  effect: draft.effect ?? '',
  economy: draft.economy ?? '',
  closed: draft.closed ?? false,
  closedReason: draft.closed ? (draft.closedReason ?? null) : null,
  publicTitle: draft.closed ? (draft.publicTitle ?? null) : null,
  presenter: draft.presenter ?? null,
  guests: draft.guests ?? null,
  plannedMinutes: draft.plannedMinutes ?? 10,
})

/** What must hold already when an item is saved; the rest may wait until the sign-off (itemGaps). */
export async function checkDraft(tx: Tx, body: BodySubject, draft: ItemDraft): Promise<void> {
  const inTheCase = draft.caseId ? await againstCase(tx, body, draft.caseId) : null
  refuseAll([...lackingIn(draft), ...(inTheCase ? [inTheCase] : [])])
}

/** What the draft itself lacks, each at its field. */
export function lackingIn(draft: ItemDraft): Objection[] {
  const columns = columnsOf(draft)
  const told: Objection[] = []
  if (!columns.procedural && tasksOf(columns).length === 0)
    told.push({
      sentence: 'Vælg mindst én af aftalens opgaver, eller markér punktet som proceduremæssigt.',
      field: 'tasks',
    })
  if (draft.closed && !draft.closedReason?.trim())
    told.push({ sentence: 'Udfyld »Lukkegrund«: hvorfor punktet er lukket.', field: 'closedReason' })
  if (draft.closed && !draft.publicTitle?.trim())
    told.push({ sentence: 'Udfyld »Offentlig titel«: den titel, andre ser i stedet.', field: 'publicTitle' })
  return told
}

/** A side's own case comes before the joint group only when it has been forwarded to it (R11). */
async function againstCase(tx: Tx, body: BodySubject, caseId: number): Promise<Objection | null> {
  const found = await tx.case.findUnique({ where: { id: caseId } })
  if (!found) return { sentence: 'Sagen findes ikke.', field: 'caseId' }
  if (found.closedAt) return { sentence: 'Sagen er afsluttet. Vælg en åben sag.', field: 'caseId' }
  if (found.sideInternal === null || found.sideInternal === body.side) return null
  return {
    sentence:
      'Sagen tilhører kun den ene part. Oversend den til fælles boligstrategisk gruppe, før du knytter den til punktet.',
    field: 'caseId',
  }
}

export async function replaceRelations(tx: Tx, itemId: number, draft: ItemDraft): Promise<void> {
  await tx.itemInvolvement.deleteMany({ where: { itemId } })
  await tx.itemSubjectArea.deleteMany({ where: { itemId } })
  const involved = new Map((draft.involvements ?? []).map(row => [row.organisationId, row]))
  for (const { organisationId, status, note } of involved.values()) {
    await tx.itemInvolvement.create({ data: { itemId, organisationId, status, note: note ?? '' } })
  }
  for (const subjectAreaId of new Set(draft.subjectAreaIds ?? [])) {
    await tx.itemSubjectArea.create({ data: { itemId, subjectAreaId } })
  }
}
