import type { ConsequenceKind, MandateCheck, Verdict } from '../../mandates/index.ts'

/** What the database holds of a decision and of all that covers it, for the operator's audit. Amounts in øre. */
export interface AuditedDecision {
  number: string
  state: string
  decidedOn: string
  effectiveOn: string | null
  /** The latest check made of it; null: it cannot be read. */
  check: MandateCheck | null
  consequences: { organisationId: number; amount: number | null; legal: string | null; organisational: string | null }[]
  /** Drawn less released, by mandate. */
  held: ReadonlyMap<number, number>
  /** Of a superseded one: what had been spent, by mandate. */
  spent: ReadonlyMap<number, number>
  /** Who is still asked about what, as `organisation/kind`; every referral that waits has its own list. */
  waiting: string[][]
}

export interface AuditedMandate {
  id: number
  number: string
  organisationId: number
  kinds: ConsequenceKind[]
  limitPerDecision: number | null
  partialCover: boolean
  /** Given for one decision alone: it covers its own organisation, not a municipality's departments. */
  oneOff: boolean
  activated: boolean
  /** The first day that it holds, and its own last; null: none. */
  first: string
  to: string | null
  /** The first day of a later one. On that very day it may have covered, before it was superseded. */
  supersededFrom: string | null
}

export interface AuditFacts {
  mandates: ReadonlyMap<number, AuditedMandate>
  /** A department's municipality. */
  parentOf: (organisationId: number) => number | null
}

interface Cell {
  key: string
  organisationId: number
  kind: ConsequenceKind
  amount: number
  parts: { mandateId: number; amount: number }[] | null
}

/** What is wrong with a decision as it stands, each a sentence (§7, R65–R67). */
export function faultsOf(decision: AuditedDecision, facts: AuditFacts): string[] {
  const told = (fault: string) => `Decision ${decision.number} ${fault}`
  switch (decision.state) {
    case 'EFFECTIVE':
      return effectiveFaults(decision, facts).map(told)
    case 'CONDITIONAL':
      return waitingFaults(decision).map(told)
    case 'SUPERSEDED':
      return [...overFaults(decision, 'has been superseded'), ...keptBeyond(decision, decision.spent)].map(told)
    default:
      return [...overFaults(decision, 'is over'), ...keptBeyond(decision, new Map())].map(told)
  }
}

function effectiveFaults(decision: AuditedDecision, facts: AuditFacts): string[] {
  if (decision.check === null) return ['is in effect, and its mandate check cannot be read.']
  const cells = cellsOf(decision, decision.check)
  const wanted = sums(cells)
  const ids = [...new Set([...wanted.keys(), ...decision.held.keys()])]
  return [
    ...cells.filter(({ parts }) => parts === null).map(({ key }) => `is in effect, but ${key} is uncovered.`),
    ...cells.flatMap(cell => cellFaults(cell, decision, facts)),
    ...ids
      .filter(id => (wanted.get(id) ?? 0) !== (decision.held.get(id) ?? 0))
      .map(id => {
        const number = facts.mandates.get(id)?.number ?? `no. ${id}`
        return `is covered by ${wanted.get(id) ?? 0} øre of mandate ${number}, but its entries say ${decision.held.get(id) ?? 0}.`
      }),
    ...[...wanted].flatMap(([id, amount]) => {
      const mandate = facts.mandates.get(id)
      const over = mandate?.limitPerDecision != null && amount > mandate.limitPerDecision
      return over ? [`draws ${amount} øre on mandate ${mandate.number}, which allows ${mandate.limitPerDecision}.`] : []
    }),
    ...overFaults(decision, 'is in effect'),
  ]
}

/** A decision that waits holds no more than what covers it, and somebody is asked about everything else. */
function waitingFaults(decision: AuditedDecision): string[] {
  if (decision.check === null) return ['waits, and its mandate check cannot be read.']
  const cells = cellsOf(decision, decision.check)
  const asked = new Set(decision.waiting.flat())
  return [
    ...cells
      .filter(({ key, parts }) => parts === null && !asked.has(key))
      .map(({ key }) => `waits, but nobody is asked about ${key}.`),
    ...(decision.waiting.length === 0 ? ['waits, but nobody is asked.'] : []),
    ...keptBeyond(decision, sums(cells)),
  ]
}

function cellFaults(cell: Cell, { decidedOn, effectiveOn }: AuditedDecision, { mandates, parentOf }: AuditFacts) {
  if (cell.parts === null) return []
  const given = cell.parts.reduce((sum, { amount }) => sum + amount, 0)
  const faults = given === cell.amount ? [] : [`has ${cell.key} of ${cell.amount} øre covered by ${given}.`]
  for (const { mandateId } of cell.parts) {
    const mandate = mandates.get(mandateId)
    if (!mandate) {
      faults.push(`has ${cell.key} covered by mandate no. ${mandateId}, which is not there.`)
      continue
    }
    const reaches =
      mandate.organisationId === cell.organisationId ||
      (mandate.organisationId === parentOf(cell.organisationId) && !mandate.oneOff)
    const why =
      (!reaches && 'is not given to it') ||
      (!mandate.kinds.includes(cell.kind) && 'does not cover that') ||
      (!mandate.activated && 'is a draft') ||
      (cell.parts.length > 1 && !mandate.partialCover && 'does not allow partial cover') ||
      (mandate.first > (effectiveOn ?? decidedOn) && `holds from ${mandate.first}`) ||
      (mandate.to !== null && mandate.to < decidedOn && `held until ${mandate.to}`) ||
      (mandate.supersededFrom !== null &&
        mandate.supersededFrom < decidedOn &&
        `was superseded from ${mandate.supersededFrom}`)
    if (why) faults.push(`has ${cell.key} covered by mandate ${mandate.number}, which ${why}.`)
  }
  return faults
}

const overFaults = ({ waiting }: AuditedDecision, how: string): string[] =>
  waiting.length > 0 ? [`${how}, but ${waiting.length} referrals still wait for an answer.`] : []

const keptBeyond = ({ held }: AuditedDecision, allowed: ReadonlyMap<number, number>): string[] =>
  [...held]
    .filter(([id, amount]) => amount > (allowed.get(id) ?? 0))
    .map(([id, amount]) => `holds ${amount} øre of mandate no. ${id}, where ${allowed.get(id) ?? 0} is its own.`)

/** The consequences as they stand, each with what the check says covers it. */
function cellsOf({ consequences }: AuditedDecision, check: MandateCheck): Cell[] {
  return consequences.flatMap(row => {
    const checked = check.rows.find(({ organisationId }) => organisationId === row.organisationId)
    const cell = (kind: ConsequenceKind, amount: number, verdict: Verdict | undefined): Cell => ({
      key: `${row.organisationId}/${kind}`,
      organisationId: row.organisationId,
      kind,
      amount,
      parts: verdict?.state === 'COVERED' ? (verdict.parts ?? [{ mandateId: verdict.mandateId, amount }]) : null,
    })
    return [
      ...(row.amount ? [cell('economic', row.amount, checked?.economicVerdict)] : []),
      ...(row.legal ? [cell('legal', 0, checked?.legalVerdict)] : []),
      ...(row.organisational ? [cell('organisational', 0, checked?.organisationalVerdict)] : []),
    ]
  })
}

function sums(cells: Cell[]): Map<number, number> {
  const sum = new Map<number, number>()
  for (const { mandateId, amount } of cells.flatMap(({ parts }) => parts ?? [])) {
    if (amount > 0) sum.set(mandateId, (sum.get(mandateId) ?? 0) + amount)
  }
  return sum
}
