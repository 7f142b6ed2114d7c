import type { Oere } from '../../../../kernel/money.ts'
import { remainingOf } from '../mandate-amounts.ts'
import { capacityOf, coversKind, type MandateFacts, obstacleOf, type Span } from '../mandate-rules.ts'
import type { DecisionScope } from '../mandate-scope.ts'
import { allot } from './allotment.ts'
import type { OrderedRow } from './consequence-row.ts'
import { coveredBy, type Excess, notCovered, type Part, partOf, type Tried, type Verdict } from './mandate-verdict.ts'
import type { Share } from './split.ts'

/** The amounts' verdicts, row by row: they are settled together, as rows may draw on the same mandate. */
export function economicVerdicts(rows: OrderedRow[], scope: DecisionScope, span: Span): Verdict[] {
  const tried = rows.map(({ candidates }) =>
    candidates
      .filter(({ mandate }) => coversKind(mandate, 'economic'))
      .map(({ mandate }) => ({ mandate, obstacle: obstacleOf(mandate, scope, span) })),
  )
  const usable = tried.map(list => list.filter(({ obstacle }) => obstacle === null).map(({ mandate }) => mandate))
  const claims = rows.map(({ row }, index) => {
    const own = usable[index] ?? []
    return {
      amount: row.amount ?? 0,
      sources: own.map(mandate => mandate.id),
      partial: own.filter(mandate => mandate.partialCover).map(mandate => mandate.id),
    }
  })
  const byId = new Map(usable.flat().map(mandate => [mandate.id, mandate]))
  const capacities = new Map([...byId].map(([id, mandate]) => [id, capacityOf(mandate)]))

  const spent = new Map<number, number>()
  const verdicts = allot(claims, capacities).map(shares => verdictOf(shares, byId, spent))
  return rows.map(({ row, organisation }, index) => {
    if (!row.amount) return { state: 'NOT_NEEDED' }
    // What is uncovered is told once all that is drawn is known.
    return (
      verdicts[index] ?? notCovered('economic', organisation, whyNot(row.amount, tried[index] ?? [], spent), row.amount)
    )
  })
}

function verdictOf(shares: Share[], byId: Map<number, MandateFacts>, spent: Map<number, number>): Verdict | null {
  const parts = shares.flatMap(({ source, amount }): Part[] => {
    const mandate = byId.get(source)
    if (!mandate) return []
    const before = spent.get(source) ?? 0
    spent.set(source, before + amount)
    return [partOf(mandate, amount, before)]
  })
  const [first, ...others] = parts
  const mandate = first && byId.get(first.mandateId)
  return first && mandate ? coveredBy(mandate, [first, ...others]) : null
}

/** Each mandate with what stands in its way: by itself, and as one of those that could cover the amount together. */
function whyNot(amount: number, tried: Tried[], spent: ReadonlyMap<number, number>): Tried[] {
  const usable = tried.filter(({ obstacle }) => obstacle === null).map(({ mandate }) => mandate)
  const together = usable.filter(mandate => mandate.partialCover)
  const single = tried.map(({ mandate, obstacle }) => ({
    mandate,
    obstacle: obstacle ?? excessOf(mandate, amount, spent.get(mandate.id) ?? 0),
  }))
  const [first] = together
  return first && together.length > 1
    ? [...single, { mandate: first, obstacle: excessTogether(together, amount, spent) }]
    : single
}

/** How far the amount exceeds what this decision's other rows leave of a mandate, by the tighter of its two bounds. */
function excessOf(mandate: MandateFacts, amount: number, spent: number): Excess {
  const limit = mandate.limitPerDecision ?? Number.POSITIVE_INFINITY
  const remaining = remainingOf(mandate) ?? Number.POSITIVE_INFINITY
  return limit < remaining
    ? { reason: 'OVER_LIMIT', by: (amount - (limit - spent)) as Oere }
    : { reason: 'OVER_TOTAL', by: (amount - (remaining - spent)) as Oere }
}

function excessTogether(mandates: MandateFacts[], amount: number, spent: ReadonlyMap<number, number>): Excess {
  const room = mandates.reduce((sum, mandate) => sum + capacityOf(mandate) - (spent.get(mandate.id) ?? 0), 0)
  return { reason: 'OVER_TOGETHER', by: (amount - room) as Oere, mandates: mandates.map(({ number }) => number) }
}
