/** A place's figure of a year. */
export interface YearFigure {
  year: number
  value: number
}

export interface Trend {
  /** By how much the value changes a year, and between which it lies with 95 per cent certainty. */
  perYear: number
  low: number
  high: number
  /** How many points carry it. */
  points: number
}

/** Fewer points than these carry no trend. */
const fewestPoints = 4

/** Student's t at 97.5 per cent, by degrees of freedom from 1. */
const quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179]

/**
 * A straight line through the points, with how sure its slope is. Null: there are too few. Points from before a break
 * are not handed in: a line across it would be of two areas.
 */
export function trendOf(points: readonly YearFigure[]): Trend | null {
  const count = points.length
  if (count < fewestPoints) return null
  const meanYear = points.reduce((sum, { year }) => sum + year, 0) / count
  const meanValue = points.reduce((sum, { value }) => sum + value, 0) / count
  const spread = points.reduce((sum, { year }) => sum + (year - meanYear) ** 2, 0)
  if (spread === 0) return null
  const perYear = points.reduce((sum, { year, value }) => sum + (year - meanYear) * (value - meanValue), 0) / spread
  const rest = points.reduce((sum, { year, value }) => sum + (value - meanValue - perYear * (year - meanYear)) ** 2, 0)
  const error = Math.sqrt(rest / (count - 2) / spread)
  const reach = (quantiles[Math.min(count - 2, quantiles.length) - 1] ?? 2.179) * error
  return { perYear, low: perYear - reach, high: perYear + reach, points: count }
}
