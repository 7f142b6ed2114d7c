import type { Observation, ObservedDecision } from './portal.ts'

/** What must hold after every step whatever happened, said without the reference model. */
export function unlawful(before: Observation, now: Observation): string[] {
  return [...ledger(now), ...now.decisions.flatMap(one => decision(before, now, one))]
}

function ledger({ mandates, decisions }: Observation): string[] {
  return mandates.flatMap(({ id, drawn, adjusted, total, entries }) => {
    const held = decisions.reduce((sum, { holds }) => sum + (holds[id] ?? 0), 0)
    return [
      ...(drawn < 0 || drawn > total + adjusted ? [`mandate ${id} is drawn to ${drawn} of ${total + adjusted}`] : []),
      ...(entries.draws === drawn ? [] : [`mandate ${id} is drawn ${drawn}, its entries say ${entries.draws}`]),
      ...(entries.adjusts === adjusted ? [] : [`mandate ${id} is adjusted ${adjusted}, not ${entries.adjusts}`]),
      ...(held === drawn ? [] : [`mandate ${id} is drawn ${drawn}, its decisions hold ${held}`]),
    ]
  })
}

function decision(before: Observation, now: Observation, one: ObservedDecision): string[] {
  const earlier = before.decisions.find(({ id }) => id === one.id)
  const uncovered = one.cells.filter(({ parts }) => parts === null)
  const faults: string[] = []
  const fault = (is: boolean, what: string) => {
    if (is) faults.push(`decision ${one.id} ${what}`)
  }
  switch (one.state) {
    case 'EFFECTIVE':
      fault(uncovered.length > 0, 'is in effect with an uncovered cell')
      fault(!same(one.holds, taken(one)), 'holds something else than what covers it')
      fault(earlier?.state === 'EFFECTIVE' && !same(earlier, one), 'was in effect and changed')
      break
    case 'CONDITIONAL': {
      const waiting = now.referrals.filter(({ decision: id, state }) => id === one.id && waits.includes(state))
      const asked = waiting.flatMap(({ cells }) => cells)
      const unasked = uncovered.filter(
        cell => !asked.some(({ organisation, kind }) => organisation === cell.organisation && kind === cell.kind),
      )
      fault(waiting.length === 0, 'waits for nothing')
      fault(unasked.length > 0, 'has an uncovered cell that nobody is asked about')
      fault(one.effectiveOn !== null, 'has a day of effect and is not in effect')
      break
    }
    case 'LAPSED':
      fault(Object.keys(one.holds).length > 0, 'has lapsed and still holds a draw')
      break
    case 'SUPERSEDED':
      fault(earlier?.state === 'SUPERSEDED' && !same(earlier, one), 'was superseded and changed')
      break
  }
  const over = now.referrals.filter(({ decision: id, state }) => id === one.id && waits.includes(state))
  fault(one.state !== 'CONDITIONAL' && over.length > 0, 'waits no longer, but somebody is still asked')
  fault(earlier !== undefined && !mayBecome(earlier.state, one.state), `went from ${earlier?.state} to ${one.state}`)
  return faults
}

const waits = ['OPEN', 'ON_CONDITIONS']
const mayBecome = (from: string, to: string): boolean =>
  from === to || from === 'CONDITIONAL' || (from === 'EFFECTIVE' && to === 'SUPERSEDED')

function taken({ cells }: ObservedDecision): Record<number, number> {
  const sums: Record<number, number> = {}
  for (const { mandateId, amount } of cells.flatMap(({ parts }) => parts ?? [])) {
    if (amount > 0) sums[mandateId] = (sums[mandateId] ?? 0) + amount
  }
  return sums
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
