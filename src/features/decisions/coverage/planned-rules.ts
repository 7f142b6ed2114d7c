import type { Day } from '../../../kernel/days.ts'
import type { Oere } from '../../../kernel/money.ts'
import {
  type CheckedOrganisation,
  type CheckedRow,
  type ConsequenceKind,
  type ConsequenceRow,
  checkMandates,
  type DecisionScope,
  drawsOf,
  type MandateCheck,
  type MandateFacts,
  type NotCovered,
  remainingOf,
  type Verdict,
} from '../mandates/index.ts'
import { consequenceKinds } from './coverage-rules.ts'

/** A decision that a coming meeting is expected to take, as a secretariat has tried it. */
export interface Planned {
  /** The agenda item's number. */
  position: number
  rows: ConsequenceRow[]
  scope: DecisionScope
}

export interface PlannedCheck<Plan extends Planned = Planned> {
  planned: Plan
  /** As if it were the meeting's only decision. */
  alone: MandateCheck
  /** After the decisions before it on the agenda have drawn what they need. */
  together: MandateCheck
}

/**
 * The meeting's decisions in the order of the agenda, each against what the ones before it leave: just what will happen
 * if all are adopted. What one cannot draw for lack of a mandate, it leaves to the next.
 */
export function checkTogether<Plan extends Planned>(
  plans: Plan[],
  organisations: CheckedOrganisation[],
  mandates: MandateFacts[],
  on: Day,
): PlannedCheck<Plan>[] {
  let left = mandates
  return [...plans].sort(byPosition).map(planned => {
    const facts = { ...planned.scope, organisations }
    const alone = checkMandates(planned.rows, mandates, facts, on)
    const together = checkMandates(planned.rows, left, facts, on)
    left = drawnFrom(left, together)
    return { planned, alone, together }
  })
}

const byPosition = (one: Planned, other: Planned): number => one.position - other.position

function drawnFrom(mandates: MandateFacts[], check: MandateCheck): MandateFacts[] {
  const draws = new Map(drawsOf(check).map(({ mandateId, amount }) => [mandateId, amount]))
  return mandates.map(mandate => ({ ...mandate, drawn: (mandate.drawn + (draws.get(mandate.id) ?? 0)) as Oere }))
}

/** What the meeting's decisions ask of one organisation in one respect, all of them together. */
export interface SumCell {
  kind: ConsequenceKind
  /** The items that ask for it. */
  positions: number[]
  /** Economic: the sum of the amounts, in øre. */
  asked: Oere | null
  uncovered: { position: number; verdict: NotCovered /** Alone it would be covered. */; onlyTogether: boolean }[]
  /** Economic: the mandates that are drawn on, before and after the meeting. */
  draws: { mandateId: number; mandate: string; amount: Oere; before: Oere | null; after: Oere | null }[]
}

export interface SumRow {
  organisationId: number
  organisation: string
  cells: SumCell[]
}

/** Every organisation that any of the decisions binds, in the order of the agreement's signature list. */
export function sumOf(
  checks: PlannedCheck[],
  organisations: CheckedOrganisation[],
  mandates: MandateFacts[],
): SumRow[] {
  const remaining = new Map(mandates.map(mandate => [mandate.id, remainingOf(mandate)]))
  return [...organisations]
    .sort((one, other) => one.position - other.position || one.id - other.id)
    .map(({ id, name }) => ({
      organisationId: id,
      organisation: name,
      cells: consequenceKinds.map(kind => sumCell(kind, id, checks, remaining)),
    }))
    .filter(({ cells }) => cells.some(({ positions }) => positions.length > 0))
}

function sumCell(
  kind: ConsequenceKind,
  organisationId: number,
  checks: PlannedCheck[],
  remaining: ReadonlyMap<number, Oere | null>,
): SumCell {
  const asking = checks.flatMap(({ planned, alone, together }) => {
    const row = together.rows.find(one => one.organisationId === organisationId)
    const own = alone.rows.find(one => one.organisationId === organisationId)
    const verdict = row && verdictFor(row, kind)
    return row && own && verdict && verdict.state !== 'NOT_NEEDED'
      ? [{ position: planned.position, row, verdict, coveredAlone: verdictFor(own, kind).state === 'COVERED' }]
      : []
  })
  return {
    kind,
    positions: asking.map(({ position }) => position),
    asked: kind === 'economic' ? (asking.reduce((sum, { row }) => sum + (row.amount ?? 0), 0) as Oere) : null,
    uncovered: asking.flatMap(({ position, verdict, coveredAlone }) =>
      verdict.state === 'NOT_COVERED' ? [{ position, verdict, onlyTogether: coveredAlone }] : [],
    ),
    draws: kind === 'economic' ? drawsIn(asking, remaining) : [],
  }
}

export const verdictFor = (row: CheckedRow, kind: ConsequenceKind): Verdict => row[`${kind}Verdict`]

/** What an organisation's rows draw. The remainder is the mandate's own, so others' draws on it count as well. */
function drawsIn(
  asking: { row: CheckedRow; verdict: Verdict }[],
  remaining: ReadonlyMap<number, Oere | null>,
): SumCell['draws'] {
  const draws = new Map<number, SumCell['draws'][number]>()
  for (const { row, verdict } of asking) {
    if (verdict.state !== 'COVERED' || row.amount === null) continue
    const { mandateId, mandate, remainingAfter } = verdict
    for (const part of verdict.parts ?? [{ mandateId, mandate, amount: row.amount, remainingAfter }]) {
      const so = draws.get(part.mandateId)
      draws.set(part.mandateId, {
        mandateId: part.mandateId,
        mandate: part.mandate,
        amount: ((so?.amount ?? 0) + part.amount) as Oere,
        before: remaining.get(part.mandateId) ?? null,
        after: part.remainingAfter,
      })
    }
  }
  return [...draws.values()]
}
