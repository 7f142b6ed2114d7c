/** How an indicator is made up. What is left out is not told. */
export interface Definition {
  /** What is counted, and of how many; no denominator: it is a number of its own. */
  numerator?: string
  denominator?: string
  /** »18–64 år« */
  population?: string
  /** As it follows a number. */
  unit: string
  /** 0 to 3. */
  decimals: number
  /** Which way is better. */
  direction: 'HIGHER' | 'LOWER' | 'NEITHER'
  /** The mean of so many years. */
  averagingYears?: number
  source: string
}

export const definitionOf = (terms: Definition): Required<Definition> => ({
  numerator: terms.numerator ?? '',
  denominator: terms.denominator ?? '',
  population: terms.population ?? '',
  unit: terms.unit,
  decimals: terms.decimals,
  direction: terms.direction,
  averagingYears: terms.averagingYears ?? 1,
  source: terms.source,
})
