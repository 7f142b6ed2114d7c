import type { Day } from '../../../kernel/days.ts'
import type { DecisionState } from '../decisions/index.ts'

/** A draft on the joint group's agenda, and what became of it there. */
export interface AdoptionFacts {
  id: number
  draftNumber: number
  takenBack: boolean
  /** In force from this day at the earliest. */
  fromDay: Day | null
  /** The item, or the one that it was carried over to last. */
  itemRemoved: boolean
  meetingCancelled: boolean
  outcome: string | null
  /** The decision under the item that stands, or the last one that stood. */
  decision: { state: DecisionState; effectiveOn: Day | null } | null
}

export type TextState =
  | 'DRAFT'
  | 'IN_HEARING'
  | 'SIGNED_OFF'
  | 'ON_AGENDA'
  | 'AWAITS_APPROVAL'
  | 'COMING'
  | 'IN_FORCE'
  | 'NOT_ADOPTED'
  | 'FALLEN'

export const textStateLabels: Record<TextState, string> = {
  DRAFT: 'Under udarbejdelse',
  IN_HEARING: 'I høring',
  SIGNED_OFF: 'Godkendt af begge sekretariater',
  ON_AGENDA: 'På dagsordenen',
  AWAITS_APPROVAL: 'Vedtaget med forbehold',
  COMING: 'Vedtaget, gælder senere',
  IN_FORCE: 'Gælder',
  NOT_ADOPTED: 'Ikke vedtaget',
  FALLEN: 'Bortfaldet',
}

/** Outcomes after which the item may still come on another agenda. */
const stillComing: readonly string[] = ['POSTPONED', 'NOT_REACHED', 'FORWARDED', 'SENT_BACK']

/** What was decided with changes is another text than the one that was put forward: the decision adopts nothing. */
export const isOfAnotherText = (outcome: string | null): boolean => outcome === 'DECIDED_WITH_CHANGES'

/**
 * The day from which an adoption has its draft in force: with a decision that is in effect, and never without. Null: it
 * has nothing in force.
 */
export function inForceFrom(adoption: AdoptionFacts): Day | null {
  const { decision, takenBack, fromDay, outcome } = adoption
  if (takenBack || isOfAnotherText(outcome)) return null
  if (decision?.state !== 'EFFECTIVE' || decision.effectiveOn === null) return null
  return fromDay !== null && fromDay > decision.effectiveOn ? fromDay : decision.effectiveOn
}

/** The adoption whose draft is in force on a day: of those that have come, the latest. */
export function inForceOn(adoptions: readonly AdoptionFacts[], on: Day): AdoptionFacts | null {
  let found: { adoption: AdoptionFacts; from: Day } | null = null
  for (const adoption of adoptions) {
    const from = inForceFrom(adoption)
    if (from === null || from > on) continue
    if (!found || from > found.from || (from === found.from && adoption.id > found.adoption.id)) {
      found = { adoption, from }
    }
  }
  return found?.adoption ?? null
}

/** Where the newest draft of a text stands. */
export function textState(facts: {
  signedByBoth: boolean
  /** Of the newest draft alone, oldest first. */
  adoptions: readonly AdoptionFacts[]
  /** The organisations are asked about it, and can still answer; about this draft or one before it. */
  inHearing: boolean
  today: Day
}): TextState {
  const last = facts.adoptions.filter(({ takenBack }) => !takenBack).at(-1)
  const written = facts.inHearing ? 'IN_HEARING' : facts.signedByBoth ? 'SIGNED_OFF' : 'DRAFT'
  if (!last) return written
  const from = inForceFrom(last)
  if (from !== null) return from > facts.today ? 'COMING' : 'IN_FORCE'
  if (isOfAnotherText(last.outcome)) return 'NOT_ADOPTED'
  if (last.decision?.state === 'CONDITIONAL') return 'AWAITS_APPROVAL'
  if (last.decision) return 'FALLEN'
  if (last.itemRemoved || last.meetingCancelled) return written
  return last.outcome === null || stillComing.includes(last.outcome) ? 'ON_AGENDA' : 'NOT_ADOPTED'
}
