/**
 * What an attacker has: figures that are tied together by sums. Pure, and knows of no place and no indicator.
 *
 * A unit is what is shown or hidden as one (an observation with its value, numerator and denominator). A variable is one
 * number of it, or a rest that no figure tells. A relation says that a weighted sum of variables is known.
 */
export interface Unit {
  key: string
  /** So small that it would tell of single people: it is hidden whatever else is. */
  sensitive: boolean
  /** Decided before: what was shown stays known, and what was hidden stays hidden. Null: to be decided now. */
  before: 'shown' | 'hidden' | null
  /** What is lost by hiding it, against the others: the cheapest is hidden first. */
  cost: number
  /**
   * The units that it can be worked out of: it is hidden when any of them is, and never otherwise, since whoever has all
   * of them has it too. Its numbers are in no sum: they tell nothing that the others do not.
   */
  follows: number[]
  /** How wide its numbers must lie: wider where a mean over years narrows them to a part of it. */
  width: number
}

export interface Variable {
  /** The unit whose number it is; null: a rest that nobody tells, and nobody needs to be kept from. */
  unit: number | null
  amount: number
  /** What everybody knows of it: no count is below zero, and rounding errs by no more than it can. */
  least: number
  most: number | null
}

export interface Term {
  variable: number
  weight: number
}

export interface FigureTable {
  units: Unit[]
  variables: Variable[]
  relations: Term[][]
}

/** How far from every guess a hidden number must be able to lie: not within two. */
export const within = 2
/** So wide must the numbers lie that a hidden one can be, for no guess to be within it. */
export const widthNeeded = 2 * within + 1
