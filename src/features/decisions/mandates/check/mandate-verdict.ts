import type { Oere } from '../../../../kernel/money.ts'
import { remainingOf } from '../mandate-amounts.ts'
import { holdsFrom, lastDayOf } from '../mandate-period.ts'
import type { CheckedOrganisation, ConsequenceKind, MandateFacts, Obstacle } from '../mandate-rules.ts'

/** What one mandate gives to a row, in øre. */
export interface Part {
  mandateId: number
  mandate: string
  amount: Oere
  /** Of a mandate with a total: before and after this row, in the order of the rows. */
  remainingBefore: Oere | null
  remainingAfter: Oere | null
}

export interface Covered {
  state: 'COVERED'
  /** The mandate that covers; of several the first. */
  mandateId: number
  mandate: string
  limitPerDecision: Oere | null
  /** In øre, of a mandate with a total and for amounts alone: before and after this row, in the order of the rows. */
  remainingBefore: Oere | null
  remainingAfter: Oere | null
  /** The housing areas that the mandate is given for alone, by name; absent: all of them. */
  areas?: readonly string[]
  /** Several together, each of which allows it; their amounts add up to the row's. Absent: one covers it whole. */
  parts?: Part[]
}

/** By how much the amount is too large, and for which mandates. */
export type Excess =
  | { reason: 'OVER_LIMIT'; by: Oere }
  | { reason: 'OVER_TOTAL'; by: Oere }
  | { reason: 'OVER_TOGETHER'; by: Oere; mandates: string[] }

export type Reason = Obstacle | { reason: 'NO_MANDATE' } | Excess

export type NotCovered = {
  state: 'NOT_COVERED'
  kind: ConsequenceKind
  /** The mandate that came nearest, and why it does not cover. */
  mandateId: number | null
  mandate: string | null
  why: Reason
  /** How much is lacking, in øre; null where no amount is asked about. A check stored long ago may not tell. */
  missing?: Oere | null
  askBody: { id: number | null; name: string }
}

export type Verdict = { state: 'NOT_NEEDED' } | Covered | NotCovered

/** A consequence without an amount, covered. */
export const covered = (mandate: MandateFacts): Covered => ({
  state: 'COVERED',
  mandateId: mandate.id,
  mandate: mandate.number,
  limitPerDecision: null,
  remainingBefore: null,
  remainingAfter: null,
  ...areasOf(mandate),
})

/** An amount, covered by one mandate or by parts of several. */
export function coveredBy(first: MandateFacts, parts: [Part, ...Part[]]): Covered {
  const [{ mandateId, mandate, remainingBefore, remainingAfter }] = parts
  const { limitPerDecision } = first
  const rest = { limitPerDecision, remainingBefore, remainingAfter, ...areasOf(first) }
  const verdict: Covered = { state: 'COVERED', mandateId, mandate, ...rest }
  return parts.length === 1 ? verdict : { ...verdict, parts }
}

const areasOf = ({ areaNames = [] }: MandateFacts): { areas?: readonly string[] } =>
  areaNames.length > 0 ? { areas: areaNames } : {}

/** @param before what this decision's earlier rows take from the mandate */
export function partOf(mandate: MandateFacts, amount: number, before: number): Part {
  const remaining = remainingOf(mandate)
  return {
    mandateId: mandate.id,
    mandate: mandate.number,
    amount: amount as Oere,
    remainingBefore: remaining === null ? null : ((remaining - before) as Oere),
    remainingAfter: remaining === null ? null : ((remaining - before - amount) as Oere),
  }
}

export interface Tried {
  mandate: MandateFacts
  obstacle: Obstacle | Excess | null
}

type Found = { mandate: MandateFacts; obstacle: Obstacle | Excess }

/**
 * Says why nothing covers, by the mandate that came nearest: the one that a person would ask about first.
 * @param amount in øre, of an economic consequence; null of the others
 */
export function notCovered(
  kind: ConsequenceKind,
  organisation: CheckedOrganisation,
  tried: Tried[],
  amount: Oere | null,
): NotCovered {
  let nearest: Found | null = null
  for (const { mandate, obstacle } of tried) {
    // What was given for another decision alone was never meant for this one.
    if (obstacle === null || obstacle.reason === 'OTHER_DECISION') continue
    if (nearest === null || compareNearness({ mandate, obstacle }, nearest) < 0) nearest = { mandate, obstacle }
  }
  const why = nearest?.obstacle ?? { reason: 'NO_MANDATE' as const }
  return {
    state: 'NOT_COVERED',
    kind,
    mandateId: nearest?.mandate.id ?? null,
    mandate: nearest?.mandate.number ?? null,
    why,
    missing: 'by' in why && typeof why.by === 'number' ? why.by : amount,
    askBody: organisation.decidingBody ?? { id: null, name: `det besluttende organ for ${organisation.name}` },
  }
}

const nearness: Record<Found['obstacle']['reason'], number> = {
  OVER_TOTAL: 0,
  OVER_LIMIT: 0,
  OVER_TOGETHER: 0,
  DRAFT: 1,
  OUTSIDE_TASKS: 2,
  OUTSIDE_SUBJECT_AREAS: 2,
  OUTSIDE_AREAS: 2,
  NOT_YET: 3,
  EXPIRED: 4,
  SUPERSEDED: 4,
  REVOKED: 4,
  OTHER_CASE: 5,
  OTHER_DECISION: 5,
  NO_SOURCE: 6,
}

/** Ties keep the preferred order, in which the mandates are tried. */
function compareNearness(a: Found, b: Found): number {
  const rank = nearness[a.obstacle.reason] - nearness[b.obstacle.reason]
  if (rank !== 0) return rank
  if (isExcess(a.obstacle) && isExcess(b.obstacle)) return a.obstacle.by - b.obstacle.by
  if (a.obstacle.reason === 'NOT_YET') return compareText(holdsFrom(a.mandate), holdsFrom(b.mandate))
  return nearness[a.obstacle.reason] === nearness.EXPIRED ? compareText(overFrom(b.mandate), overFrom(a.mandate)) : 0
}

const isExcess = (obstacle: Found['obstacle']): obstacle is Excess => nearness[obstacle.reason] === 0
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const overFrom = (mandate: MandateFacts): string =>
  [mandate.revokedFrom, lastDayOf(mandate)].filter(end => end !== null).sort()[0] ?? ''
