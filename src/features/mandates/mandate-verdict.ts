import type { Oere } from '../../kernel/money.ts'
import type { CheckedOrganisation, ConsequenceKind, MandateFacts, Obstacle } from './mandate-rules.ts'
import { holdsFrom } from './mandate-rules.ts'

export interface Covered {
  state: 'COVERED'
  mandateId: number
  mandate: string
  limitPerDecision: Oere | null
  /** In øre, of a mandate with a total and for amounts alone: before and after this row, in the order of the rows. */
  remainingBefore: Oere | null
  remainingAfter: Oere | null
}

export type Reason =
  | Obstacle
  | { reason: 'NO_MANDATE' }
  | { reason: 'OVER_LIMIT'; by: Oere }
  | { reason: 'OVER_TOTAL'; by: Oere }

export type NotCovered = {
  state: 'NOT_COVERED'
  kind: ConsequenceKind
  /** The mandate that came nearest, and why it does not cover. */
  mandateId: number | null
  mandate: string | null
  why: Reason
  askBody: { id: number | null; name: string }
}

export type Verdict = { state: 'NOT_NEEDED' } | Covered | NotCovered

export function covered(mandate: MandateFacts, draw: { before: number; amount: number } | null): Covered {
  const remaining = draw === null || mandate.total === null ? null : mandate.total - mandate.drawn - draw.before
  return {
    state: 'COVERED',
    mandateId: mandate.id,
    mandate: mandate.number,
    limitPerDecision: draw === null ? null : mandate.limitPerDecision,
    remainingBefore: remaining as Oere | null,
    remainingAfter: remaining === null || draw === null ? null : ((remaining - draw.amount) as Oere),
  }
}

interface Tried {
  mandate: MandateFacts
  obstacle: Obstacle | { reason: 'OVER_LIMIT' | 'OVER_TOTAL'; by: Oere } | null
}

/** Says why nothing covers, by the mandate that came nearest: the one that a person would ask about first. */
export function notCovered(kind: ConsequenceKind, organisation: CheckedOrganisation, tried: Tried[]): NotCovered {
  const askBody = organisation.decidingBody ?? { id: null, name: `det besluttende organ for ${organisation.name}` }
  let nearest: { mandate: MandateFacts; obstacle: Exclude<Tried['obstacle'], null> } | null = null
  for (const { mandate, obstacle } of tried) {
    if (obstacle === null) continue
    if (nearest === null || compareNearness({ mandate, obstacle }, nearest) < 0) nearest = { mandate, obstacle }
  }
  return {
    state: 'NOT_COVERED',
    kind,
    mandateId: nearest?.mandate.id ?? null,
    mandate: nearest?.mandate.number ?? null,
    why: nearest?.obstacle ?? { reason: 'NO_MANDATE' },
    askBody,
  }
}

const nearness = { OVER_TOTAL: 0, OVER_LIMIT: 0, OUTSIDE_TASKS: 1, NOT_YET: 2, EXPIRED: 3, REVOKED: 3, NO_SOURCE: 4 }

/** Ties keep the preferred order, in which the mandates are tried. */
function compareNearness(
  a: { mandate: MandateFacts; obstacle: Exclude<Tried['obstacle'], null> },
  b: { mandate: MandateFacts; obstacle: Exclude<Tried['obstacle'], null> },
): number {
  const rank = nearness[a.obstacle.reason] - nearness[b.obstacle.reason]
  if (rank !== 0) return rank
  if ('by' in a.obstacle && 'by' in b.obstacle) return a.obstacle.by - b.obstacle.by
  if (a.obstacle.reason === 'NOT_YET') return holdsFrom(a.mandate) < holdsFrom(b.mandate) ? -1 : 1
  if (nearness[a.obstacle.reason] === 3) return endOf(a.mandate) > endOf(b.mandate) ? -1 : 1
  return 0
}

const endOf = (mandate: MandateFacts): string =>
  [mandate.revokedFrom, mandate.to].filter(end => end !== null).sort()[0] ?? ''
