import { reachOf } from './feasible-range.ts'
import type { FigureTable, Term, Variable } from './table-of-figures.ts'

export interface Suppression {
  /** By the unit's place in the table: those that are hidden, the sensitive ones and what would reveal them. */
  hidden: Set<number>
  /** Hidden, and yet told within the width by what was shown before: nothing that can still be hidden keeps them. */
  exposed: number[]
  /** How many are hidden besides the sensitive ones. */
  secondary: number
}

/**
 * Decides what is hidden: the sensitive units, and for as long as the sums tell a hidden number too closely, the cheapest
 * further unit of those sums. It is the greedy method of cell suppression, where each step is checked as an attacker with
 * a linear program would (Fischetti and Salazar-González 2000; in sdcTable the method HITAS solves the same by tables).
 * Not the least that could be hidden, but the same each time for the same figures.
 *
 * The hidden ones are not told apart: why each is hidden would tell the attacker that it is small.
 */
export function suppress(table: FigureTable): Suppression {
  const { units, variables, relations } = table
  const ofVariable = relationsByVariable(variables.length, relations)
  const ofUnit = variablesByUnit(units.length, variables)
  const hidden = new Set<number>()
  const exposed = new Set<number>()
  for (const [at, unit] of units.entries())
    if (unit.before === 'hidden' || (unit.before === null && unit.sensitive && unit.follows.length === 0))
      hidden.add(at)
  const first = hidden.size
  const parts = { table, hidden, ofVariable }
  let waiting = [...hidden].flatMap(unit => ofUnit[unit] ?? [])
  while (waiting.length > 0) {
    const looked = new Set<number>()
    const again: number[] = []
    for (const start of waiting) {
      if (looked.has(start)) continue
      const component = componentOf(parts, start)
      for (const one of component) looked.add(one)
      const weak = weakOf(parts, component).filter(one => !exposed.has(unitOf(variables, one)))
      const worst = weak[0]
      if (worst === undefined) continue
      const chosen = cheapest(parts, weak, component)
      if (chosen === null) for (const one of weak) exposed.add(unitOf(variables, one))
      else {
        hidden.add(chosen)
        again.push(...(ofUnit[chosen] ?? []))
      }
    }
    waiting = again
  }
  const secondary = hidden.size - first
  for (const [at, { before, follows }] of units.entries())
    if (before === null && follows.some(one => hidden.has(one))) hidden.add(at)
  return { hidden, exposed: [...exposed], secondary }
}

interface Parts {
  table: FigureTable
  hidden: ReadonlySet<number>
  ofVariable: readonly number[][]
}

const unitOf = (variables: readonly Variable[], at: number): number => variables[at]?.unit ?? -1

function relationsByVariable(count: number, relations: readonly Term[][]): number[][] {
  const found: number[][] = Array.from({ length: count }, () => [])
  for (const [at, terms] of relations.entries()) for (const { variable } of terms) found[variable]?.push(at)
  return found
}

function variablesByUnit(count: number, variables: readonly Variable[]): number[][] {
  const found: number[][] = Array.from({ length: count }, () => [])
  for (const [at, { unit }] of variables.entries()) if (unit !== null) found[unit]?.push(at)
  return found
}

const isUnknown = ({ table, hidden }: Parts, at: number): boolean => {
  const unit = table.variables[at]?.unit ?? null
  return unit === null || hidden.has(unit)
}

/** The unknown numbers that hang together by sums. */
function componentOf(parts: Parts, start: number): number[] {
  const found = new Set([start])
  for (const one of found)
    for (const relation of parts.ofVariable[one] ?? [])
      for (const { variable } of parts.table.relations[relation] ?? [])
        if (isUnknown(parts, variable)) found.add(variable)
  return [...found].sort((one, other) => one - other)
}

const relationsOf = ({ ofVariable }: Parts, component: readonly number[]): number[] => [
  ...new Set(component.flatMap(one => ofVariable[one] ?? [])),
]

/** The hidden numbers that the sums tell too closely. */
function weakOf(parts: Parts, component: readonly number[]): number[] {
  const { variables, relations } = parts.table
  const place = new Map(component.map((one, at) => [one, at]))
  const bound = (of: (variable: Variable) => number) => component.map(one => of(variables[one] as Variable))
  const asked = component.flatMap((one, at) => (variables[one]?.unit === null ? [] : [at]))
  const sums = relationsOf(parts, component)
  const { units } = parts.table
  const needed = asked.map(at => units[unitOf(variables, component[at] as number)]?.width ?? 0)
  const reach = reachOf(
    {
      fall: bound(({ amount, least }) => amount - least),
      rise: bound(({ amount, most }) => (most === null ? Number.POSITIVE_INFINITY : most - amount)),
      sums: sums.map(
        relation =>
          new Map(
            (relations[relation] ?? []).flatMap(({ variable, weight }) => {
              const at = place.get(variable)
              return at === undefined ? [] : [[at, weight] as const]
            }),
          ),
      ),
    },
    asked,
    needed,
  )
  return asked.flatMap((at, index) => {
    const { up, down } = reach[at] ?? { up: 0, down: 0 }
    return up - down >= (needed[index] ?? 0) - 1e-6 ? [] : [component[at] as number]
  })
}

/**
 * What is hidden next: of the units in a sum with a number that is told too closely, the cheapest that can be hidden; of
 * others that hang on them where those sums have none left.
 */
function cheapest(parts: Parts, weak: readonly number[], component: readonly number[]): number | null {
  for (const near of [weak, component]) {
    const best = relationsOf(parts, near)
      .flatMap(relation => parts.table.relations[relation] ?? [])
      .flatMap(({ variable }) => {
        const unit = parts.table.variables[variable]?.unit ?? null
        if (unit === null || parts.hidden.has(unit) || parts.table.units[unit]?.before === 'shown') return []
        return [unit]
      })
      .reduce<number | null>(
        (chosen, unit) => (chosen === null || isCheaper(parts, unit, chosen) ? unit : chosen),
        null,
      )
    if (best !== null) return best
  }
  return null
}

function isCheaper({ table: { units } }: Parts, one: number, other: number): boolean {
  const [a, b] = [units[one], units[other]]
  if (!a || !b) return false
  return a.cost < b.cost || (a.cost === b.cost && a.key < b.key)
}
