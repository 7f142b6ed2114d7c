import type { Day } from '../../kernel/days.ts'
import type { Oere } from '../../kernel/money.ts'
import { allot, type Claim } from './allotment.ts'
import {
  type Candidate,
  type CheckedOrganisation,
  capacityOf,
  coversKind,
  inPreferredOrder,
  type MandateFacts,
  obstacleOf,
  reachOf,
  type Tasks,
} from './mandate-rules.ts'
import { covered, type NotCovered, notCovered, type Verdict } from './mandate-verdict.ts'

/** What a decision means for one organisation. An amount is in øre; none, or 0, is no economic consequence. */
export interface ConsequenceRow {
  organisationId: number
  amount: Oere | null
  legal: string | null
  organisational: string | null
}

export interface CheckFacts {
  /** Every organisation that a row names, and the municipality of a department. */
  organisations: CheckedOrganisation[]
  /** The tasks (§5) that the decision serves. */
  tasks: Tasks
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
 * `on` is the meeting's day; mandates carry what is drawn already. An amount is covered whole by one mandate. Rows that
 * draw on the same mandate (a municipality's, by its departments) count together, against its limit per decision and
 * against its remaining total. Where several could cover: the narrowest scope first, then the earliest to expire, then
 * the lowest number, unless another choice covers more rows. The same facts give the same verdict in any order.
 */
export function checkMandates(
  rows: ConsequenceRow[],
  mandates: MandateFacts[],
  facts: CheckFacts,
  on: Day,
): MandateCheck {
  const ordered = inDisplayOrder(rows, facts.organisations)
  const candidates = ordered.map(({ organisation }) => candidatesFor(organisation, mandates))
  const economic = economicVerdicts(ordered, candidates, facts.tasks, on)
  const checked = ordered.map(({ row, organisation }, index): CheckedRow => {
    const own = candidates[index] ?? []
    return {
      ...row,
      organisation: organisation.name,
      economicVerdict: economic[index] ?? { state: 'NOT_NEEDED' },
      legalVerdict: row.legal ? plainVerdict('legal', organisation, own, facts.tasks, on) : { state: 'NOT_NEEDED' },
      organisationalVerdict: row.organisational
        ? plainVerdict('organisational', organisation, own, facts.tasks, on)
        : { state: 'NOT_NEEDED' },
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
    sums.set(economicVerdict.mandateId, (sums.get(economicVerdict.mandateId) ?? 0) + amount)
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

interface OrderedRow {
  row: ConsequenceRow
  organisation: CheckedOrganisation
}

function inDisplayOrder(rows: ConsequenceRow[], organisations: CheckedOrganisation[]): OrderedRow[] {
  const byId = new Map(organisations.map(organisation => [organisation.id, organisation]))
  return rows
    .map(row => {
      const organisation = byId.get(row.organisationId)
      if (!organisation) throw new Error(`No facts about organisation ${row.organisationId}.`)
      return { row, organisation }
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
  tasks: Tasks,
  on: Day,
): Verdict {
  const ofKind = candidates.filter(({ mandate }) => coversKind(mandate, kind))
  const found = ofKind.find(({ mandate }) => obstacleOf(mandate, tasks, on) === null)
  if (found) return covered(found.mandate, null)
  return notCovered(
    kind,
    organisation,
    ofKind.map(({ mandate }) => ({ mandate, obstacle: obstacleOf(mandate, tasks, on) })),
  )
}

function economicVerdicts(rows: OrderedRow[], candidates: Candidate[][], tasks: Tasks, on: Day): Verdict[] {
  const usable = candidates.map(list =>
    list.filter(({ mandate }) => coversKind(mandate, 'economic') && obstacleOf(mandate, tasks, on) === null),
  )
  const claims: Claim[] = rows.map(({ row }, index) => ({
    amount: row.amount ?? 0,
    sources: (usable[index] ?? []).map(({ mandate }) => mandate.id),
  }))
  const capacities = new Map(usable.flat().map(({ mandate }) => [mandate.id, capacityOf(mandate)]))
  const chosen = allot(claims, capacities)

  const spent = new Map<number, number>()
  const verdicts: Verdict[] = rows.map(({ row }, index) => {
    if (!row.amount) return { state: 'NOT_NEEDED' }
    const mandate = usable[index]?.find(candidate => candidate.mandate.id === chosen[index])?.mandate
    if (!mandate) return { state: 'NOT_NEEDED' } // told below, once all that is drawn is known
    const before = spent.get(mandate.id) ?? 0
    spent.set(mandate.id, before + row.amount)
    return covered(mandate, { before, amount: row.amount })
  })
  return verdicts.map((verdict, index) => {
    const { row, organisation } = rows[index] ?? {}
    if (!row?.amount || !organisation || verdict.state === 'COVERED') return verdict
    const amount = row.amount
    return notCovered(
      'economic',
      organisation,
      (candidates[index] ?? [])
        .filter(({ mandate }) => coversKind(mandate, 'economic'))
        .map(({ mandate }) => ({
          mandate,
          obstacle: obstacleOf(mandate, tasks, on) ?? excessOf(mandate, amount, spent.get(mandate.id) ?? 0),
        })),
    )
  })
}

/** How far the amount exceeds what this decision's other rows leave of a mandate, by the tighter of its two bounds. */
function excessOf(
  mandate: MandateFacts,
  amount: number,
  spent: number,
): { reason: 'OVER_LIMIT' | 'OVER_TOTAL'; by: Oere } {
  const limit = mandate.limitPerDecision === null ? Number.POSITIVE_INFINITY : mandate.limitPerDecision
  const remaining = mandate.total === null ? Number.POSITIVE_INFINITY : mandate.total - mandate.drawn
  return limit < remaining
    ? { reason: 'OVER_LIMIT', by: (amount - (limit - spent)) as Oere }
    : { reason: 'OVER_TOTAL', by: (amount - (remaining - spent)) as Oere }
}
