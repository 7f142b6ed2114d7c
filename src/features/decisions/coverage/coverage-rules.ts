import type { Day } from '../../../kernel/days.ts'
import type { Oere } from '../../../kernel/money.ts'
import {
  type Candidate,
  type CheckedOrganisation,
  type ConsequenceKind,
  checkMandates,
  coversKind,
  inPreferredOrder,
  type MandateFacts,
  type NotCovered,
  obstacleOf,
  reachOf,
  remainingOf,
  type Tasks,
} from '../mandates/index.ts'

export const consequenceKinds = ['economic', 'legal', 'organisational'] as const

/** A mandate that counts on the day. `limited`: only for decisions that keep to what it names. */
export interface CoveringMandate extends Candidate {
  limited: boolean
}

/**
 * COVERED: by a mandate for whatever a decision is about. LIMITED: only by mandates for some tasks, areas or one case.
 * EXHAUSTED: nothing is left of any. GAP: no mandate counts.
 */
export type CoverageState = 'COVERED' | 'LIMITED' | 'EXHAUSTED' | 'GAP'

export interface CoverageCell {
  kind: ConsequenceKind
  state: CoverageState
  /** In the order in which the check would choose them. */
  mandates: CoveringMandate[]
  /** Economic: what is left of those with a total, in øre; null where one has none, and for other kinds. */
  remaining: Oere | null
  /** Of a gap: the mandate that came nearest, and why it does not cover. */
  why: NotCovered | null
}

export interface CoverageRow {
  organisation: CheckedOrganisation
  cells: CoverageCell[]
}

/**
 * Who is covered for what on a day (R65–R67), whatever the decision: each organisation by each kind of consequence.
 * With a task: for decisions that serve that task and no other. The mandates carry what was drawn by that day.
 */
export function coverageOn(
  organisations: CheckedOrganisation[],
  mandates: MandateFacts[],
  task: keyof Tasks | null,
  on: Day,
): CoverageRow[] {
  const wanted = { ...noTasks, ...(task ? { [task]: true } : {}) }
  return organisations.map(organisation => {
    const reaching = mandates
      .flatMap(mandate => {
        const reach = reachOf(mandate, organisation)
        return reach === null ? [] : [{ mandate, reach }]
      })
      .sort(inPreferredOrder)
    return { organisation, cells: consequenceKinds.map(kind => cellOf(kind, organisation, reaching, wanted, on)) }
  })
}

const noTasks: Tasks = { strategy: false, professionalDevelopment: false, coordination: false }

function cellOf(
  kind: ConsequenceKind,
  organisation: CheckedOrganisation,
  reaching: Candidate[],
  wanted: Tasks,
  on: Day,
): CoverageCell {
  const mandates = reaching
    .filter(({ mandate }) => coversKind(mandate, kind) && countsWithin(mandate, wanted, on))
    .map(candidate => ({
      ...candidate,
      limited: obstacleOf(candidate.mandate, { tasks: wanted }, { taken: on, on }) !== null,
    }))
  const usable = kind === 'economic' ? mandates.filter(({ mandate }) => remainingOf(mandate) !== 0) : mandates
  const state = stateOf(mandates, usable)
  return {
    kind,
    state,
    mandates,
    remaining: kind === 'economic' ? remainingIn(mandates) : null,
    why: state === 'GAP' ? nearestOf(kind, organisation, reaching, wanted, on) : null,
  }
}

function stateOf(mandates: CoveringMandate[], usable: CoveringMandate[]): CoverageState {
  if (mandates.length === 0) return 'GAP'
  if (usable.length === 0) return 'EXHAUSTED'
  return usable.some(({ limited }) => !limited) ? 'COVERED' : 'LIMITED'
}

/** It counts for some decision that serves the wanted tasks: asked as if the decision named just what it names. */
function countsWithin(mandate: MandateFacts, wanted: Tasks, on: Day): boolean {
  const { subjectAreaIds, areaIds, caseId, strategy, professionalDevelopment, coordination } = mandate
  const anyTask = !wanted.strategy && !wanted.professionalDevelopment && !wanted.coordination
  const tasks = anyTask ? { strategy, professionalDevelopment, coordination } : wanted
  return obstacleOf(mandate, { tasks, subjectAreaIds, areaIds, caseId }, { taken: on, on }) === null
}

function remainingIn(mandates: CoveringMandate[]): Oere | null {
  const amounts = mandates.map(({ mandate }) => remainingOf(mandate))
  if (amounts.length === 0 || amounts.includes(null)) return null
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) as Oere
}

/** What the check itself would say of the smallest decision of the kind. */
function nearestOf(
  kind: ConsequenceKind,
  organisation: CheckedOrganisation,
  reaching: Candidate[],
  tasks: Tasks,
  on: Day,
): NotCovered | null {
  const row = {
    organisationId: organisation.id,
    amount: kind === 'economic' ? (1 as Oere) : null,
    legal: kind === 'legal' ? '-' : null,
    organisational: kind === 'organisational' ? '-' : null,
  }
  const mandates = reaching.map(({ mandate }) => mandate)
  const [checked] = checkMandates([row], mandates, { tasks, organisations: [organisation] }, on).rows
  const verdict = checked?.[`${kind}Verdict`]
  return verdict?.state === 'NOT_COVERED' ? verdict : null
}
