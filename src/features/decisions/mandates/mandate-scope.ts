/** §5's three tasks. */
export interface Tasks {
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
}

/** What a mandate is given for. None named in a dimension: all of it. */
export interface MandateScope extends Tasks {
  subjectAreaIds: readonly number[]
  areaIds: readonly number[]
  /** What the areas are called; not told where only the verdict matters, and not its words. */
  areaNames?: readonly string[]
  /** For one case alone. */
  caseId: number | null
  /** A one-off: for one decision alone. */
  onlyDecisionId: number | null
}

/** What a decision is about, as far as a mandate can be limited to it. What is not told it does not name. */
export interface DecisionScope {
  tasks: Tasks
  subjectAreaIds?: readonly number[]
  areaIds?: readonly number[]
  caseId?: number | null
  /** Null or not told: not recorded yet, so no one-off is its own. */
  decisionId?: number | null
}

export type OutsideScope =
  | { reason: 'OTHER_DECISION' | 'OTHER_CASE' | 'OUTSIDE_TASKS' | 'OUTSIDE_SUBJECT_AREAS' }
  | {
      reason: 'OUTSIDE_AREAS'
      /** The areas that the mandate is given for, by name. A check stored long ago may not tell. */
      given?: readonly string[]
      /** The decision names areas, but not those alone; else it names none. */
      named?: boolean
    }

/** In what way the decision is outside what the mandate is given for; null: it is inside. */
export function outsideOf(mandate: MandateScope, decision: DecisionScope): OutsideScope | null {
  const { onlyDecisionId, caseId } = mandate
  if (onlyDecisionId !== null && onlyDecisionId !== decision.decisionId) return { reason: 'OTHER_DECISION' }
  if (caseId !== null && caseId !== decision.caseId) return { reason: 'OTHER_CASE' }
  if (!within(tasksNamed(mandate), tasksNamed(decision.tasks))) return { reason: 'OUTSIDE_TASKS' }
  if (!within(mandate.subjectAreaIds, decision.subjectAreaIds ?? [])) return { reason: 'OUTSIDE_SUBJECT_AREAS' }
  const areaIds = decision.areaIds ?? []
  if (within(mandate.areaIds, areaIds)) return null
  return { reason: 'OUTSIDE_AREAS', given: mandate.areaNames ?? [], named: areaIds.length > 0 }
}

/** A mandate given for some covers a decision that names at least one of those and no others; one for none covers all. */
function within<Name>(given: readonly Name[], named: readonly Name[]): boolean {
  if (given.length === 0) return true
  return named.length > 0 && named.every(name => given.includes(name))
}

const tasksNamed = (tasks: Tasks): (keyof Tasks)[] =>
  (['strategy', 'professionalDevelopment', 'coordination'] as const).filter(task => tasks[task])

/**
 * The narrowest scope first: for one decision, for one case; then by reach, the organisation's own before its
 * municipality's; then the fewest tasks, the fewest subject areas, the fewest housing areas. None named is the widest.
 */
export function compareScopes(
  a: { mandate: MandateScope; reach: number },
  b: { mandate: MandateScope; reach: number },
) {
  const [one, other] = [widthsOf(a), widthsOf(b)]
  const index = one.findIndex((width, at) => width !== other[at])
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0)
}

const widthsOf = ({ mandate, reach }: { mandate: MandateScope; reach: number }): number[] => [
  mandate.onlyDecisionId === null ? 1 : 0,
  mandate.caseId === null ? 1 : 0,
  reach,
  widthOf(tasksNamed(mandate)),
  widthOf(mandate.subjectAreaIds),
  widthOf(mandate.areaIds),
]

const widthOf = (named: readonly unknown[]): number => named.length || Number.MAX_SAFE_INTEGER
