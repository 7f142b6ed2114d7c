import type { CategoryRule, Criterion, CriterionKey, Limit, ReferenceKey } from './statutory-rules.ts'

/** A value as a list or the portal has it. */
export interface Figure {
  /** Hundredths of a per cent. */
  value: number
  /** How many people it is, and of how many, where that is known. */
  persons: number | null
  base: number | null
}
export type Figures = Partial<Record<CriterionKey, Figure>>

/** By the year's references, in thousandths of a per cent. */
export type References = Partial<Record<ReferenceKey, number>>

export type CriterionVerdict =
  | { key: CriterionKey; verdict: 'MET' | 'NOT_MET'; distance: Distance }
  | { key: CriterionKey; verdict: 'UNKNOWN'; lacks: 'VALUE' | 'REFERENCE' }

/** How far from the limit. */
export interface Distance {
  value: number
  /** Hundredths of a per cent, with its thousandths where it rides on a reference. */
  limit: number
  /** The value less the limit, in hundredths of a per cent: over it, where it is positive. */
  points: number
  /**
   * How many people too many the area has, where the criterion is met, or how many more would make it so. Null: the list
   * does not say how many people its values are of.
   */
  persons: number | null
}

/** The limit of a year, in hundredths of a per cent; null: what it rides on is not known for that year. */
export function limitOf(limit: Limit, references: References): number | null {
  if (limit.kind === 'FIXED') return limit.value
  const reference = references[limit.of]
  // Whole thousandths before they are divided: 3 × 0,757 % is 2,271 %, and nothing is rounded before it is compared.
  return reference === undefined ? null : (limit.factor * reference) / 10
}

const isMet = ({ when }: Criterion, value: number, limit: number): boolean =>
  when === 'ABOVE' ? value > limit : when === 'AT_LEAST' ? value >= limit : value < limit

/** One criterion of one area in one year: met or not and by how much, or what is missing to say so. */
export function judgeCriterion(criterion: Criterion, figures: Figures, references: References): CriterionVerdict {
  const { key } = criterion
  const figure = figures[key]
  if (!figure) return { key, verdict: 'UNKNOWN', lacks: 'VALUE' }
  const limit = limitOf(criterion.limit, references)
  if (limit === null) return { key, verdict: 'UNKNOWN', lacks: 'REFERENCE' }
  const met = isMet(criterion, figure.value, limit)
  const distance = {
    ...{ value: figure.value, limit, points: figure.value - limit },
    persons: personsFrom(criterion, figure, limit, met),
  }
  return { key, verdict: met ? 'MET' : 'NOT_MET', distance }
}

/** The fewest people by whom it would be otherwise. Income is no count of people. */
function personsFrom(criterion: Criterion, { persons, base }: Figure, limit: number, met: boolean): number | null {
  if (persons === null || base === null || base === 0 || criterion.when === 'BELOW') return null
  const at = (Math.round(limit * 10) * base) / 100_000
  // The most people with whom the criterion is not met.
  const most = criterion.when === 'ABOVE' ? Math.floor(at) : Math.ceil(at) - 1
  return met ? persons - most : most + 1 - persons
}

export interface CategoryVerdict {
  /** Null: what is missing could decide it either way. */
  isOn: boolean | null
  tooFew: boolean | null
  criteria: CriterionVerdict[]
  /** Of those the law counts, and what it asks for besides. */
  met: number
  needed: number
  and: CriterionVerdict[]
}

/** Whether the rule puts an area on its list: a value that is missing leaves it open only where it could change the answer. */
export function judgeCategory(
  rule: CategoryRule,
  area: { residents: number | null; figures: Figures },
  references: References,
): CategoryVerdict {
  const criteria = rule.of.map(criterion => judgeCriterion(criterion, area.figures, references))
  const and = rule.and.map(criterion => judgeCriterion(criterion, area.figures, references))
  const met = criteria.filter(({ verdict }) => verdict === 'MET').length
  const open = criteria.filter(({ verdict }) => verdict === 'UNKNOWN').length
  const tooFew = area.residents === null ? null : area.residents < rule.leastResidents
  const enough = met >= rule.atLeast ? true : met + open < rule.atLeast ? false : null
  const parts = [tooFew === null ? null : !tooFew, enough, ...and.map(truthOf)]
  const isOn = parts.includes(false) ? false : parts.includes(null) ? null : true
  return { isOn, tooFew, criteria, met, needed: rule.atLeast, and }
}

const truthOf = ({ verdict }: CriterionVerdict): boolean | null => (verdict === 'UNKNOWN' ? null : verdict === 'MET')
