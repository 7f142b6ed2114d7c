/** What must not be told of few people (§5; the limits of the statistical offices): each can be set. */
export interface DiscretionLimits {
  /** A place with fewer residents is told nothing of. */
  residents: number
  /** A place with fewer households neither. */
  households: number
  /** A count below it is hidden, none at all included. */
  cell: number
}

export const usualLimits: DiscretionLimits = { residents: 100, households: 50, cell: 5 }

/** What is known of how many live in a place in a year; null: nobody has told. */
export interface Dwellers {
  residents: number | null
  households: number | null
}

export const isSmallPlace = ({ residents, households }: Dwellers, limits: DiscretionLimits): boolean =>
  (residents !== null && residents < limits.residents) || (households !== null && households < limits.households)

/** How an indicator's version counts: people themselves, or a share of them. */
export interface Counting {
  versionId: number
  indicatorId: number
  /** Its value is a number of people or households. */
  isCount: boolean
  /** Its value is a share in per cent. */
  isShare: boolean
  averagingYears: number
}

export interface Numbers {
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** How many people a figure is about, as anybody can work it out of what it tells; null where it tells of no number. */
export function headsOf({ value, numerator, denominator }: Numbers, counting: Counting): number | null {
  if (numerator !== null) return numerator
  if (value === null) return null
  if (counting.isCount) return value
  return counting.isShare && denominator !== null ? Math.round((value / 100) * denominator) : null
}

/** Whether a figure tells of so few that it is hidden whatever else is. */
export function isSensitive(
  numbers: Numbers,
  counting: Counting,
  dwellers: Dwellers,
  limits: DiscretionLimits,
): boolean {
  if (isSmallPlace(dwellers, limits)) return true
  const heads = headsOf(numbers, counting)
  if (heads !== null) return heads < limits.cell || (numbers.denominator !== null && numbers.denominator < limits.cell)
  const { residents } = dwellers
  return counting.isShare && numbers.value !== null && residents !== null
    ? (numbers.value / 100) * residents < limits.cell
    : false
}
