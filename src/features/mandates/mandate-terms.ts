import type { Day } from '../../kernel/days.ts'
import type { Oere } from '../../kernel/money.ts'
import { type Fault, fault } from '../parties/index.ts'
import type { Tasks } from './mandate-scope.ts'

/** How people think of the mandates they give; what a template asks for must be told. A one-off comes by itself. */
export const templates = ['FREE', 'YEARLY_AMOUNT', 'AMOUNT_PER_DECISION', 'POLICY_AREA', 'ONE_CASE'] as const
export type Template = (typeof templates)[number]

/** What a mandate gives, and where it comes from. Amounts in øre. */
export interface MandateTerms extends Tasks {
  /** Not told: FREE. */
  template?: Template
  title: string
  economic: boolean
  /** null: no limit per decision. */
  limitPerDecision: Oere | null
  /** null: no total to draw on. */
  total: Oere | null
  /** May cover a part of an amount together with others that may. */
  partialCover?: boolean
  legal: boolean
  organisational: boolean
  /** None: all of them. */
  subjectAreaIds?: number[]
  areaIds?: number[]
  /** null: not for one case alone. */
  caseId?: number | null
  from: Day
  to: Day | null
  /** The deciding body's meeting, and the item there. */
  sourceDay: Day
  sourceItem: string
  sourceNote: string
}

/** What is missing or contradicts itself, whoever gives the mandate; null: nothing. */
export const termsFault = (terms: MandateTerms, today: Day): Fault | null =>
  contentFault(terms) ?? templateFault(terms) ?? sourceFault(terms, today)

function contentFault(terms: MandateTerms): Fault | null {
  const { economic, limitPerDecision, total } = terms
  if (!economic && !terms.legal && !terms.organisational)
    return fault('economic', 'Vælg mindst én type konsekvens, som mandatet dækker.')
  if (!economic && (limitPerDecision !== null || total !== null))
    return fault('economic', 'Sæt kryds ved »Økonomiske konsekvenser«, når du angiver et beløb.')
  if (!economic && terms.partialCover)
    return fault('partialCover', 'Kun et mandat til økonomiske konsekvenser kan dække en del af et beløb.')
  if (limitPerDecision !== null && limitPerDecision <= 0)
    return fault('limitPerDecision', 'Beløbsgrænsen skal være større end 0 kr.')
  if (total !== null && total <= 0) return fault('total', 'Rammen i alt skal være større end 0 kr.')
  if (terms.to !== null && terms.to < terms.from)
    return fault('to', '»Gælder til og med« kan ikke ligge før »Gælder fra«.')
  return null
}

function templateFault(terms: MandateTerms): Fault | null {
  switch (terms.template ?? 'FREE') {
    case 'FREE':
      return null
    case 'YEARLY_AMOUNT':
      if (terms.total === null) return fault('total', 'Skriv årets ramme.')
      return terms.to === null ? fault('to', 'Skriv årets sidste dag.') : null
    case 'AMOUNT_PER_DECISION':
      return terms.limitPerDecision === null ? fault('limitPerDecision', 'Skriv beløbsgrænsen pr. beslutning.') : null
    case 'POLICY_AREA':
      return terms.subjectAreaIds?.length || terms.areaIds?.length
        ? null
        : fault('subjectAreaIds', 'Vælg mindst ét sagsområde eller boligområde.')
    case 'ONE_CASE':
      return terms.caseId ? null : fault('caseId', 'Vælg den sag, mandatet er givet til.')
  }
}

/** R66: without the deciding body's meeting and the item there, nobody can tell that the mandate was given. */
function sourceFault({ sourceDay, sourceItem }: MandateTerms, today: Day): Fault | null {
  if (sourceDay > today) return fault('sourceDay', '»Mødedato« kan ikke ligge efter i dag.')
  return sourceItem.trim() === '' ? fault('sourceItem', 'Feltet »Punkt« skal udfyldes.') : null
}
