import type { Day } from '../../../../kernel/days.ts'
import type { Oere } from '../../../../kernel/money.ts'
import {
  type Candidate,
  type CheckedOrganisation,
  coversKind,
  type MandateFacts,
  obstacleOf,
  reachOf,
  type Span,
} from '../mandate-rules.ts'
import type { DecisionScope, Tasks } from '../mandate-scope.ts'
import type { ConsequenceRow, OrderedRow } from './consequence-row.ts'
import { economicVerdicts } from './economic-verdicts.ts'
import { inPreferredOrder } from './mandate-order.ts'
import { covered, type NotCovered, notCovered, type Verdict } from './mandate-verdict.ts'

export type { ConsequenceRow } from './consequence-row.ts'

/** What the decision is about, and who is bound by it. */
export interface CheckFacts extends DecisionScope {
  /** Every organisation that a row names, and the municipality of a department. */
  organisations: CheckedOrganisation[]
  /** The day the decision was taken; not told: the day it is checked on. Never later than that. */
  taken?: Day
  /** What an earlier decision gives back as this one takes effect in its place: it counts as not drawn. */
  freed?: readonly Draw[]
}

export interface CheckedRow {
  organisationId: number
  organisation: string
  amount: Oere | null
  legal: string | null
  organisational: string | null
  economicVerdict: Verdict
  legalVerdict: Verdict
  organisationalVerdict: Verdict
}

export interface MandateCheck {
  on: Day
  tasks: Tasks
  rows: CheckedRow[]
  /** Nothing is uncovered: the decision may be adopted. Otherwise only subject to approval. */
  adoptable: boolean
}

/**
 * §7 (R65–R67): a decision's consequences hold only inside the mandates of each party's own deciding body.
 *
 * `on` is the day it is checked: at adoption the meeting's, later the day of its settlement. Mandates carry what is
 * drawn already. An amount is covered whole by one mandate, or by parts of several that all allow it. Rows that draw on
 * the same mandate (a municipality's, by its departments) count together, against its limit per decision and against
 * what remains of its total. Where several could cover: the narrowest scope first, then the earliest to expire, then the
 * lowest number, unless another choice covers more rows. The same facts give the same verdict in any order.
 */
export function checkMandates(
  rows: ConsequenceRow[],
  mandates: MandateFacts[],
  facts: CheckFacts,
  on: Day,
): MandateCheck {
  const span: Span = { taken: facts.taken ?? on, on }
  const ordered = inDisplayOrder(rows, facts.organisations, giveBack(mandates, facts.freed ?? []))
  const economic = economicVerdicts(ordered, facts, span)
  const checked = ordered.map(({ row, organisation, candidates }, index): CheckedRow => {
    const plain = (kind: 'legal' | 'organisational'): Verdict =>
      row[kind] ? plainVerdict(kind, organisation, candidates, facts, span) : { state: 'NOT_NEEDED' }
    return {
      ...row,
      organisation: organisation.name,
      economicVerdict: economic[index] ?? { state: 'NOT_NEEDED' },
      legalVerdict: plain('legal'),
      organisationalVerdict: plain('organisational'),
    }
  })
  return { on, tasks: facts.tasks, rows: checked, adoptable: checked.every(row => uncoveredIn(row).length === 0) }
}

export const verdictsOf = (row: CheckedRow): Verdict[] => [
  row.economicVerdict,
  row.legalVerdict,
  row.organisationalVerdict,
]

export const uncoveredIn = (row: CheckedRow): NotCovered[] =>
  verdictsOf(row).filter(verdict => verdict.state === 'NOT_COVERED')

export interface Draw {
  mandateId: number
  amount: Oere
}

/** What the check's covered amounts draw, one sum a mandate, in the order of the mandates' ids. */
export function drawsOf(check: MandateCheck): Draw[] {
  const sums = new Map<number, number>()
  for (const { amount, economicVerdict } of check.rows) {
    if (economicVerdict.state !== 'COVERED' || amount === null) continue
    for (const part of economicVerdict.parts ?? [{ mandateId: economicVerdict.mandateId, amount }])
      sums.set(part.mandateId, (sums.get(part.mandateId) ?? 0) + part.amount)
  }
  return [...sums]
    .sort(([first], [second]) => first - second)
    .map(([mandateId, amount]) => ({ mandateId, amount: amount as Oere }))
}

/** The deciding bodies that would have to approve what is uncovered, each once, in the order of the rows. */
export function missingBodies(check: MandateCheck): { id: number | null; name: string }[] {
  const bodies = new Map<string, { id: number | null; name: string }>()
  for (const verdict of check.rows.flatMap(uncoveredIn)) bodies.set(verdict.askBody.name, verdict.askBody)
  return [...bodies.values()]
}

function giveBack(mandates: MandateFacts[], freed: readonly Draw[]): MandateFacts[] {
  if (freed.length === 0) return mandates
  const sums = new Map<number, number>()
  for (const { mandateId, amount } of freed) sums.set(mandateId, (sums.get(mandateId) ?? 0) + amount)
  return mandates.map(mandate => ({ ...mandate, drawn: (mandate.drawn - (sums.get(mandate.id) ?? 0)) as Oere }))
}

function inDisplayOrder(
  rows: ConsequenceRow[],
  organisations: CheckedOrganisation[],
  mandates: MandateFacts[],
): OrderedRow[] {
  const byId = new Map(organisations.map(organisation => [organisation.id, organisation]))
  return rows
    .map(row => {
      const organisation = byId.get(row.organisationId)
      if (!organisation) throw new Error(`No facts about organisation ${row.organisationId}.`)
      return { row, organisation, candidates: candidatesFor(organisation, mandates) }
    })
    .sort(
      (a, b) =>
        a.organisation.position - b.organisation.position ||
        a.organisation.id - b.organisation.id ||
        (b.row.amount ?? 0) - (a.row.amount ?? 0),
    )
}

function candidatesFor(organisation: CheckedOrganisation, mandates: MandateFacts[]): Candidate[] {
  return mandates
    .flatMap(mandate => {
      const reach = reachOf(mandate, organisation)
      return reach === null ? [] : [{ mandate, reach }]
    })
    .sort(inPreferredOrder)
}

function plainVerdict(
  kind: 'legal' | 'organisational',
  organisation: CheckedOrganisation,
  candidates: Candidate[],
  scope: DecisionScope,
  span: Span,
): Verdict {
  const tried = candidates
    .filter(({ mandate }) => coversKind(mandate, kind))
    .map(({ mandate }) => ({ mandate, obstacle: obstacleOf(mandate, scope, span) }))
  const found = tried.find(({ obstacle }) => obstacle === null)
  return found ? covered(found.mandate) : notCovered(kind, organisation, tried, null)
}
