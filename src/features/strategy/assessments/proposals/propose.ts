import { type MethodContent, type MethodLevel, type MethodTerm, mostOf } from '../methods/method-content.ts'

/** What is known of an area at one term. */
export interface TermFacts {
  /** The area's latest value; null: none is known, or it may not be shown. */
  value: number | null
  year: number | null
  /** What it is held against; null: that is not known. */
  yardstick: number | null
  /** Older than the indicator's period has it. */
  outdated: boolean
}

export interface ProposedTerm extends TermFacts {
  term: MethodTerm
  /** Per cent beyond the yardstick, in the worse direction; null: it cannot be worked out. */
  beyond: number | null
  /** Null: something is missing, and the term can give anything up to `most`. */
  points: number | null
  most: number
}

export interface Proposal {
  terms: ProposedTerm[]
  /** All points that are known, and all that there would be if everything that is missing were at its worst. */
  least: number
  most: number
  /** One level, or two between which the area stands: what is missing widens it. */
  from: MethodLevel
  to: MethodLevel
}

/** The proposal is the arithmetic of the method and nothing else: the same figures give the same level, term by term. */
export function propose(
  method: Pick<MethodContent, 'terms' | 'levels'>,
  factsOf: (term: MethodTerm) => TermFacts,
): Proposal {
  const terms = method.terms.map(term => proposeTerm(term, factsOf(term)))
  const least = terms.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const most = terms.reduce((sum, one) => sum + (one.points ?? one.most), 0)
  const atLeast = terms.map(one => ({ term: one.term, points: one.points ?? 0 }))
  const atMost = terms.map(one => ({ term: one.term, points: one.points ?? one.most }))
  return { terms, least, most, from: levelOf(method.levels, least, atLeast), to: levelOf(method.levels, most, atMost) }
}

function proposeTerm(term: MethodTerm, facts: TermFacts): ProposedTerm {
  const { value, yardstick } = facts
  const most = mostOf(term)
  if (value === null || yardstick === null || yardstick === 0)
    return { ...facts, term, beyond: null, points: null, most }
  const sign = term.worse === 'HIGHER' ? 1 : -1
  const beyond = Math.round(sign * (value / yardstick - 1) * 1000) / 10
  const points = Math.max(0, ...term.bands.filter(({ from }) => beyond >= from).map(band => band.points))
  return { ...facts, term, beyond, points, most }
}

/** The level of a sum of points, or a higher one that a single term sets as a floor. */
function levelOf(
  levels: readonly MethodLevel[],
  sum: number,
  terms: readonly { term: MethodTerm; points: number }[],
): MethodLevel {
  const bySum = levels.findLastIndex(({ from }) => sum >= from)
  const floors = terms.map(({ term, points }) =>
    term.floor && points >= term.floor.points ? levels.findIndex(({ key }) => key === term.floor?.level) : -1,
  )
  const found = levels[Math.max(0, bySum, ...floors)]
  if (!found) throw new Error('A method has no levels.')
  return found
}

export const isCertain = ({ from, to }: Proposal): boolean => from.key === to.key

/** What is missing, named. */
export const missingIn = ({ terms }: Proposal): ProposedTerm[] => terms.filter(({ points }) => points === null)
