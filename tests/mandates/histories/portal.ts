import type { ObservedCell } from '../reference/compare.ts'
import type { Kind, ModelDecision } from '../reference/model-check.ts'
import type { Given, WorldDecision, WorldReferral } from '../reference/model-world.ts'

export type NewDecision = Omit<ModelDecision, 'id'>
export interface ReplacementOf {
  replaces: number
  /** By mandate. */
  spent: Record<number, number>
}

/**
 * What a history is played upon: the portal's pure rules, or its acts on a real database. Mandates, decisions and
 * referrals are named 1, 2, 3 … as they came; days and organisations as in the reference model.
 */
export interface Portal {
  pass(today: number): Promise<void> | void
  give(given: Given): Promise<void> | void
  activate(mandate: number): Promise<void> | void
  supersede(mandate: number, later: Given): Promise<void> | void
  revoke(mandate: number, from: number): Promise<void> | void
  /** @returns false: refused */
  adjust(mandate: number, by: number): Promise<boolean> | boolean
  /** @param taken the day of the meeting that took it, today or earlier */
  record(decision: NewDecision, replacement: ReplacementOf | null, taken: number): Promise<void> | void
  /**
   * @param on the day of the meeting that gave the answer, today or earlier; so also for those that follow
   * @returns false: refused
   */
  approve(referral: number, on: number): Promise<boolean> | boolean
  /** @returns false: refused */
  approveStanding(referral: number, given: Given): Promise<boolean> | boolean
  approveOnConditions(referral: number, on: number): Promise<void> | void
  acceptConditions(referral: number, on: number): Promise<void> | void
  refuseConditions(referral: number): Promise<void> | void
  decline(referral: number): Promise<void> | void
  recheck(decision: number): Promise<void> | void
  observe(): Promise<Observation> | Observation
}

export interface Observation {
  mandates: {
    id: number
    drawn: number
    adjusted: number
    total: number
    entries: { draws: number; adjusts: number }
  }[]
  decisions: ObservedDecision[]
  referrals: {
    id: number
    decision: number
    state: WorldReferral['state']
    cells: { organisation: number; kind: Kind; amount: number | null }[]
  }[]
}

export interface ObservedDecision {
  id: number
  state: WorldDecision['state']
  effectiveOn: number | null
  /** By mandate: drawn less released, where anything is left. */
  holds: Record<number, number>
  /** The latest check made of it. */
  cells: ObservedCell[]
}
