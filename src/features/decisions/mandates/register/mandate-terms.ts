import type { Day } from '../../../../kernel/days.ts'
import type { Oere } from '../../../../kernel/money.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { Tasks } from '../mandate-scope.ts'

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

/** What is missing or contradicts itself, whoever gives the mandate: all of it at once. */
export const termsFaults = (terms: MandateTerms, today: Day): Objection[] => [
  ...contentFaults(terms),
  ...templateFaults(terms),
  ...sourceFaults(terms, today),
]

function contentFaults(terms: MandateTerms): Objection[] {
  const { economic, limitPerDecision, total } = terms
  const found: Objection[] = []
  if (!economic && (limitPerDecision !== null || total !== null))
    found.push(objection('Sæt kryds ved »Økonomiske konsekvenser«, når du angiver et beløb.', 'economic'))
  else if (!economic && !terms.legal && !terms.organisational)
    found.push(objection('Vælg mindst én type konsekvens, som mandatet dækker.', 'economic'))
  if (!economic && terms.partialCover)
    found.push(objection('Kun et mandat til økonomiske konsekvenser kan dække en del af et beløb.', 'partialCover'))
  if (limitPerDecision !== null && limitPerDecision <= 0)
    found.push(objection('Beløbsgrænsen skal være større end 0 kr.', 'limitPerDecision'))
  if (total !== null && total <= 0) found.push(objection('Rammen i alt skal være større end 0 kr.', 'total'))
  if (terms.to !== null && terms.to < terms.from)
    found.push(objection('»Gælder til og med« kan ikke ligge før »Gælder fra«.', 'to'))
  return found
}

function templateFaults(terms: MandateTerms): Objection[] {
  const lacking = (lacks: boolean, field: string, sentence: string) => (lacks ? [objection(sentence, field)] : [])
  switch (terms.template ?? 'FREE') {
    case 'FREE':
      return []
    case 'YEARLY_AMOUNT':
      return [
        ...lacking(terms.total === null, 'total', 'Skriv årets ramme.'),
        ...lacking(terms.to === null, 'to', 'Skriv årets sidste dag.'),
      ]
    case 'AMOUNT_PER_DECISION':
      return lacking(terms.limitPerDecision === null, 'limitPerDecision', 'Skriv beløbsgrænsen pr. beslutning.')
    case 'POLICY_AREA': {
      const named = terms.subjectAreaIds?.length || terms.areaIds?.length
      return lacking(!named, 'subjectAreaIds', 'Vælg mindst ét sagsområde eller boligområde.')
    }
    case 'ONE_CASE':
      return lacking(!terms.caseId, 'caseId', 'Vælg den sag, mandatet er givet til.')
  }
}

/** R66: without the deciding body's meeting and the item there, nobody can tell that the mandate was given. */
function sourceFaults({ sourceDay, sourceItem }: MandateTerms, today: Day): Objection[] {
  const found: Objection[] = []
  if (sourceDay > today) found.push(objection('»Mødedato« kan ikke ligge efter i dag.', 'sourceDay'))
  if (sourceItem.trim() === '') found.push(objection('Feltet »Punkt« skal udfyldes.', 'sourceItem'))
  return found
}
