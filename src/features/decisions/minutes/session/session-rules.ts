import { type Objection, objection } from '../../../../kernel/objection.ts'
import { capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import { nothingAtStake, type StakeFacts, stakesOf } from './stakes-rules.ts'

export type ItemKind = 'INFORMATION' | 'DISCUSSION' | 'DECISION'
export type Outcome =
  | 'NOTED'
  | 'DISCUSSED'
  | 'DECIDED'
  | 'DECIDED_WITH_CHANGES'
  | 'ADOPTED_SUBJECT_TO_APPROVAL'
  | 'REJECTED'
  | 'POSTPONED'
  | 'SENT_BACK'
  | 'FORWARDED'
  | 'WITHDRAWN'
  | 'NOT_REACHED'

/** An item may end so, whatever its kind. */
const leftOpen = ['POSTPONED', 'SENT_BACK', 'FORWARDED', 'WITHDRAWN', 'NOT_REACHED'] as const satisfies Outcome[]
const decided = ['DECIDED', 'DECIDED_WITH_CHANGES', 'ADOPTED_SUBJECT_TO_APPROVAL'] as const satisfies Outcome[]

export const allOutcomes: readonly [Outcome, ...Outcome[]] = ['NOTED', 'DISCUSSED', ...decided, 'REJECTED', ...leftOpen]

/** R57: only an item of kind decision is decided; the meeting may change the kind, and that is minuted. */
export const outcomesFor = (kind: ItemKind): readonly Outcome[] =>
  kind === 'DECISION' ? [...decided, 'REJECTED', ...leftOpen] : kindOrder[kind].concat(leftOpen)

const kindOrder: Record<Exclude<ItemKind, 'DECISION'>, Outcome[]> = {
  INFORMATION: ['NOTED', 'DISCUSSED'],
  DISCUSSION: ['DISCUSSED', 'NOTED'],
}

export const isDecided = (outcome: Outcome | null): boolean => decided.some(one => one === outcome)

export interface TreatmentFacts {
  position: number
  /** The kind after any change that the meeting made. */
  kind: ItemKind
  outcome: Outcome | null
  note: string
  text: string
  /** »Eventuelt«: nothing need come of it. */
  mayEndWithout?: boolean
  /** The secretary states that nothing follows that would need a mandate (R68): only so is anything adopted without a decision. */
  withoutConsequences: boolean
  /** Decisions recorded under the item that stand: neither withdrawn nor annulled. */
  decisions: readonly { subjectToApproval: boolean }[]
  /** What of money, law and organisation hangs on the item. */
  stake: StakeFacts
}

/** Why the item cannot have this outcome as it is minuted; null when it can. An item without outcome is not judged. */
export const judgeTreatment = (facts: TreatmentFacts): Objection | null => treatmentObjections(facts)[0] ?? null

/** All that is in the way of it, each at its field. */
export function treatmentObjections(facts: TreatmentFacts): Objection[] {
  const { outcome, kind } = facts
  if (outcome === null) {
    return facts.decisions.length > 0
      ? [
          {
            field: 'outcome',
            sentence:
              'Punktet har en beslutning, og resultatet følger af den. Vælg det resultat, der passer til beslutningen.',
          },
        ]
      : []
  }
  if (!outcomesFor(kind).includes(outcome)) return [{ field: 'outcome', sentence: wrongKind(kind, outcome) }]
  const note = facts.note.trim() === '' ? needsNote[outcome] : undefined
  const unnoted: Objection[] = note ? [{ field: 'outcomeNote', sentence: note }] : []
  return [...unnoted, ...againstDecisions(facts, outcome)]
}

const wrongKind = (kind: ItemKind, outcome: Outcome): string =>
  kind === 'DECISION'
    ? 'Resultatet passer ikke til et beslutningspunkt. Vælg et andet resultat, eller ændr punktets type, hvis det kun blev drøftet eller taget til efterretning.'
    : isDecided(outcome) || outcome === 'REJECTED'
      ? 'Kun et beslutningspunkt kan tiltrædes. Ændr punktets type, hvis mødet skal træffe beslutning. Ændringen føres til referat.'
      : 'Resultatet passer ikke til punktets type. Vælg et andet resultat.'

const needsNote: Partial<Record<Outcome, string>> = {
  POSTPONED: 'Skriv, hvad punktet er udsat til, fx mødet den 23. november 2026.',
  FORWARDED: 'Skriv, hvem punktet er oversendt til.',
  DECIDED_WITH_CHANGES: 'Skriv, hvilken ændring indstillingen er tiltrådt med.',
}

/** The item's outcome and its decisions never tell different stories; nothing takes effect beyond its mandates. */
function againstDecisions(facts: TreatmentFacts, outcome: Outcome): Objection[] {
  const object = (sentence: string): Objection[] => [{ field: 'outcome', sentence }]
  const pending = facts.decisions.some(decision => decision.subjectToApproval)
  if (facts.decisions.length > 0 && !isDecided(outcome)) {
    return object('Punktet har en beslutning, der er ført til protokols. Annullér beslutningen, før resultatet ændres.')
  }
  if (outcome === 'ADOPTED_SUBJECT_TO_APPROVAL' && !pending) {
    return object('Et forbehold følger af mandatkontrollen. Før beslutningen til protokols med forbehold.')
  }
  if (pending && outcome !== 'ADOPTED_SUBJECT_TO_APPROVAL') {
    return object('Beslutningen er tiltrådt med forbehold. Vælg resultatet »Tiltrådt med forbehold for godkendelse«.')
  }
  if (!isDecided(outcome) || facts.decisions.length > 0) return []
  const found: Objection[] = []
  const stakes = stakesOf(facts.stake, facts.text)
  if (stakes.length > 0) found.push({ field: 'outcome', sentence: neededDecision(stakes) })
  else if (!facts.withoutConsequences) found.push({ field: 'withoutConsequences', sentence: noDecision })
  if (facts.text.trim() === '') found.push({ field: 'text', sentence: 'Skriv, hvad der blev tiltrådt.' })
  return found
}

const neededDecision = (stakes: readonly string[]): string =>
  [
    'Punktet kan kun tiltrædes med en beslutning, der er kontrolleret mod mandaterne.',
    ...stakes.map(stake => sentence(capitalised(stake))),
    'Før beslutningen til protokols, mens mødet er i gang, eller vælg et andet resultat.',
  ].join(' ')

const noDecision =
  'Før beslutningen til protokols, eller sæt kryds ved »Tiltrådt uden en beslutning i registret«, hvis der ingen konsekvenser er.'

/** Why the meeting cannot be closed; empty when it can. Nothing is decided by silence. */
export const whyNotClosed = (items: readonly TreatmentFacts[]): Objection[] => notHeld('Mødet kan ikke lukkes.', items)

/**
 * Why the minutes cannot be signed off; empty when they can: what was saved while somebody wrote may not hold. What the
 * plan had at stake was judged when the meeting was closed, and can be decided no more.
 */
export const whyNotSigned = (items: readonly TreatmentFacts[]): Objection[] =>
  notHeld(
    'Referatet kan ikke godkendes.',
    items.map(item => ({ ...item, stake: nothingAtStake })),
  )

function notHeld(what: string, items: readonly TreatmentFacts[]): Objection[] {
  const open = items.filter(item => item.outcome === null && !item.mayEndWithout).map(item => String(item.position))
  const wrong = items.flatMap(item => {
    const against = item.outcome === null ? null : judgeTreatment(item)
    return against ? `Punkt ${item.position}: ${against.sentence}` : []
  })
  if (open.length === 0 && wrong.length === 0) return []
  const missing = open.length === 0 ? [] : [`Punkt ${listDanish(open)} mangler et resultat.`]
  return [objection([what, ...missing, ...wrong].join(' '))]
}

/** What the meeting made of the item's kind, as it is minuted. */
export const kindAfter = (planned: ItemKind, changedTo: ItemKind | null): ItemKind => changedTo ?? planned
