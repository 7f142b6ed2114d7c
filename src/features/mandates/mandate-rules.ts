import type { Day } from '../../kernel/days.ts'
import type { Oere } from '../../kernel/money.ts'

export type ConsequenceKind = 'economic' | 'legal' | 'organisational'

/** §5's three tasks. */
export interface Tasks {
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
}

export interface MandateFacts extends Tasks {
  id: number
  number: string
  /** Whom it is given to. */
  organisationId: number
  /** Its municipality, when it is given to a department. */
  organisationParentId: number | null
  /** The organisation whose deciding body gave it; null: the body is nobody's. */
  givenById: number | null
  economic: boolean
  legal: boolean
  organisational: boolean
  limitPerDecision: Oere | null
  total: Oere | null
  drawn: Oere
  from: Day
  to: Day | null
  /** The deciding body's meeting. */
  sourceDay: string
  revokedFrom: Day | null
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

export type Obstacle =
  | { reason: 'NO_SOURCE' }
  | { reason: 'NOT_YET'; from: Day }
  | { reason: 'EXPIRED'; on: Day }
  | { reason: 'REVOKED'; from: Day }
  | { reason: 'OUTSIDE_TASKS' }

/**
 * A mandate reaches the organisation that it is given to, and a municipality's reaches its departments. An association
 * is a legal unit of its own (R67): whoever administers it has no mandate for it.
 */
export function reachOf(mandate: MandateFacts, organisation: CheckedOrganisation): 0 | 1 | null {
  if (mandate.organisationId === organisation.id) return 0
  return organisation.kind === 'DEPARTMENT' && mandate.organisationId === organisation.parentId ? 1 : null
}

/** R66: a deciding body gives mandates to its own organisation; a municipality's also to its departments. */
export const mayGive = (giverId: number | null, organisation: { id: number; parentId: number | null }): boolean =>
  giverId !== null && (giverId === organisation.id || giverId === organisation.parentId)

export const coversKind = (mandate: MandateFacts, kind: ConsequenceKind): boolean => mandate[kind]

/** The first day that a mandate holds: never before the deciding body's own meeting. */
export const holdsFrom = (mandate: { from: Day; sourceDay: string }): Day =>
  mandate.sourceDay > mandate.from ? (mandate.sourceDay as Day) : mandate.from

/** Why a mandate does not count on a day for a decision with these tasks, whatever the amount; null: it counts. */
export function obstacleOf(mandate: MandateFacts, tasks: Tasks, on: Day): Obstacle | null {
  const organisation = { id: mandate.organisationId, parentId: mandate.organisationParentId }
  if (mandate.sourceDay === '' || !mayGive(mandate.givenById, organisation)) return { reason: 'NO_SOURCE' }
  if (mandate.revokedFrom !== null && mandate.revokedFrom <= on) return { reason: 'REVOKED', from: mandate.revokedFrom }
  if (holdsFrom(mandate) > on) return { reason: 'NOT_YET', from: holdsFrom(mandate) }
  if (mandate.to !== null && mandate.to < on) return { reason: 'EXPIRED', on: mandate.to }
  return withinTasks(mandate, tasks) ? null : { reason: 'OUTSIDE_TASKS' }
}

/** A mandate given for some tasks covers a decision that serves those and no others; one for none named covers all. */
export function withinTasks(mandate: Tasks, decision: Tasks): boolean {
  if (taskCount(mandate) === 0) return true
  if (taskCount(decision) === 0) return false
  return (
    (mandate.strategy || !decision.strategy) &&
    (mandate.professionalDevelopment || !decision.professionalDevelopment) &&
    (mandate.coordination || !decision.coordination)
  )
}

const taskCount = (tasks: Tasks): number =>
  Number(tasks.strategy) + Number(tasks.professionalDevelopment) + Number(tasks.coordination)

/** What one decision can draw at most, in øre. */
export const capacityOf = (mandate: Pick<MandateFacts, 'limitPerDecision' | 'total' | 'drawn'>): number =>
  Math.min(
    mandate.limitPerDecision ?? Number.POSITIVE_INFINITY,
    mandate.total === null ? Number.POSITIVE_INFINITY : mandate.total - mandate.drawn,
  )

export const remainingOf = (mandate: { total: Oere | null; drawn: Oere }): Oere | null =>
  mandate.total === null ? null : ((mandate.total - mandate.drawn) as Oere)

/** The narrowest scope first (own organisation, fewest tasks), then the earliest to expire, then the lowest number. */
export function inPreferredOrder(a: Candidate, b: Candidate): number {
  return (
    a.reach - b.reach ||
    (taskCount(a.mandate) || 4) - (taskCount(b.mandate) || 4) ||
    compareText(lastDay(a.mandate), lastDay(b.mandate)) ||
    compareNumbers(a.mandate.number, b.mandate.number)
  )
}

const lastDay = (mandate: MandateFacts): string => mandate.to ?? '9999-12-31'
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const compareNumbers = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true }) || compareText(a, b)

export type MandateState = 'COMING' | 'IN_FORCE' | 'EXPIRED' | 'REVOKED'

/** The state follows from the dates: it is right also when no scheduler ran. */
export function mandateStateOn(
  mandate: { from: Day; to: Day | null; sourceDay: string; revokedFrom: Day | null },
  on: Day,
): MandateState {
  if (mandate.revokedFrom !== null && mandate.revokedFrom <= on) return 'REVOKED'
  if (holdsFrom(mandate) > on) return 'COMING'
  return mandate.to !== null && mandate.to < on ? 'EXPIRED' : 'IN_FORCE'
}
