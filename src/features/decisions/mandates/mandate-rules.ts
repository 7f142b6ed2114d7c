import { addDays, type Day } from '../../../kernel/days.ts'
import type { Oere } from '../../../kernel/money.ts'
import { type MandateAmounts, remainingOf } from './mandate-amounts.ts'
import { holdsFrom, lastDayOf } from './mandate-period.ts'
import { type DecisionScope, type MandateScope, type OutsideScope, outsideOf } from './mandate-scope.ts'

export type ConsequenceKind = 'economic' | 'legal' | 'organisational'

export interface MandateFacts extends MandateScope, MandateAmounts {
  id: number
  number: string
  /** Whom it is given to. */
  organisationId: number
  /** Its municipality, when it is given to a department. */
  organisationParentId: number | null
  /** The organisation whose deciding body gave it; null: the body is nobody's. */
  givenById: number | null
  /** Its source document is attached; a draft covers nothing. */
  activated: boolean
  economic: boolean
  legal: boolean
  organisational: boolean
  limitPerDecision: Oere | null
  /** May cover a part of an amount together with others that may. */
  partialCover: boolean
  from: Day
  to: Day | null
  /** The deciding body's meeting; empty: none is told. */
  sourceDay: string
  revokedFrom: Day | null
  /** The first day on which a later mandate counts instead, and that one's number. */
  supersededFrom: Day | null
  supersededBy: string | null
}

export interface CheckedOrganisation {
  id: number
  name: string
  kind: string
  /** A department's municipality. */
  parentId: number | null
  /** The order of the agreement's signature list. */
  position: number
  /** The body that can give what is missing: its own, or for a department its municipality's. */
  decidingBody: { id: number; name: string } | null
}

/** 0: given to the organisation itself; 1: to its municipality. */
export interface Candidate {
  mandate: MandateFacts
  reach: 0 | 1
}

/** A decision was taken on one day and is settled on that or a later one; at its adoption both are the meeting's. */
export interface Span {
  taken: Day
  on: Day
}

export type Obstacle =
  | { reason: 'NO_SOURCE' }
  | { reason: 'DRAFT' }
  | { reason: 'NOT_YET'; from: Day }
  | { reason: 'EXPIRED'; on: Day }
  | { reason: 'REVOKED'; from: Day }
  | { reason: 'SUPERSEDED'; from: Day; by: string | null }
  | OutsideScope

/**
 * A mandate reaches the organisation that it is given to, and a municipality's reaches its departments. An association
 * is a legal unit of its own (R67): whoever administers it has no mandate for it. A one-off answers what was asked for one
 * organisation: spent on a department's amount, it would cover what the deciding body was never asked about.
 */
export function reachOf(mandate: MandateFacts, organisation: CheckedOrganisation): 0 | 1 | null {
  if (mandate.organisationId === organisation.id) return 0
  const fromMunicipality = organisation.kind === 'DEPARTMENT' && mandate.organisationId === organisation.parentId
  return fromMunicipality && mandate.onlyDecisionId === null ? 1 : null
}

/** R66: a deciding body gives mandates to its own organisation; a municipality's also to its departments. */
export const mayGive = (giverId: number | null, organisation: { id: number; parentId: number | null }): boolean =>
  giverId !== null && (giverId === organisation.id || giverId === organisation.parentId)

export const coversKind = (mandate: MandateFacts, kind: ConsequenceKind): boolean => mandate[kind]

/**
 * Why a mandate does not count for a decision, whatever the amount; null: it counts.
 *
 * Its period must meet the days from the decision's adoption to its settlement: what expires while the last approval is
 * awaited does not undo the decision. A revocation does, until the decision is in effect.
 */
export function obstacleOf(mandate: MandateFacts, scope: DecisionScope, span: Span): Obstacle | null {
  const organisation = { id: mandate.organisationId, parentId: mandate.organisationParentId }
  if (mandate.sourceDay === '' || !mayGive(mandate.givenById, organisation)) return { reason: 'NO_SOURCE' }
  if (!mandate.activated) return { reason: 'DRAFT' }
  if (mandate.revokedFrom !== null && mandate.revokedFrom <= span.on)
    return { reason: 'REVOKED', from: mandate.revokedFrom }
  return outsidePeriod(mandate, span) ?? outsideOf(mandate, scope)
}

function outsidePeriod(mandate: MandateFacts, { taken, on }: Span): Obstacle | null {
  const first = holdsFrom(mandate)
  if (first > on) return { reason: 'NOT_YET', from: first }
  const last = lastDayOf(mandate)
  if (last === null || (last >= taken && last >= first)) return null
  return last === mandate.to
    ? { reason: 'EXPIRED', on: last }
    : { reason: 'SUPERSEDED', from: mandate.supersededFrom ?? addDays(last, 1), by: mandate.supersededBy }
}

type Room = Pick<MandateFacts, 'limitPerDecision' | 'total' | 'adjusted' | 'drawn'>

/** What one decision can draw at most, in øre. */
export const capacityOf = (mandate: Room): number =>
  Math.min(mandate.limitPerDecision ?? Number.POSITIVE_INFINITY, remainingOf(mandate) ?? Number.POSITIVE_INFINITY)
