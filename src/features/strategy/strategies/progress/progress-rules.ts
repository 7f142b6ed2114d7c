/** What a target of numbers is held against. Years are whole, values in the indicator's unit. */
export interface TargetPath {
  from: { year: number; value: number }
  to: { year: number; value: number }
  /** That the indicator's values are rounded to: what looks alike is alike. */
  decimals: number
}

export interface MeasuredYear {
  year: number
  value: number
}

export type ProgressState = 'REACHED' | 'ON_TRACK' | 'BEHIND' | 'NOT_UPDATED' | 'NOT_YET'

/** Which years should be known by now: the latest of which there should be a value, and every how many years there is one. */
export interface Expected {
  lastYearDue: number
  everyYears: number
}

export interface Progress {
  state: ProgressState
  /** The latest measurement after the baseline; null: there is none. */
  now: MeasuredYear | null
  /** What the path asks for in the year of the latest measurement. */
  expected: number | null
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

/**
 * What the path asks for in a year: a straight line from the baseline to the target, level before and after, rounded as
 * the indicator's values are.
 */
export function expectedIn({ from, to, decimals }: TargetPath, year: number): number {
  if (year <= from.year) return from.value
  if (year >= to.year) return to.value
  const part = (year - from.year) / (to.year - from.year)
  return rounded(from.value + (to.value - from.value) * part, decimals)
}

/** Whether a value is at least as good as another, where the target lies above or below the baseline. */
const isAsGood = ({ from, to }: TargetPath, value: number, than: number): boolean =>
  to.value >= from.value ? value >= than : value <= than

/**
 * §5: whether a target is on its way. Worked out of the measurements, never typed. What should have been measured since,
 * and was not, is not updated, however good it looked. The first measurement of the target's own year or later settles it:
 * what is measured after that changes nothing.
 */
export function progressOf(path: TargetPath, measured: readonly MeasuredYear[], due: Expected): Progress {
  const after = measured.filter(({ year }) => year > path.from.year)
  const settled = earliest(after.filter(({ year }) => year >= path.to.year))
  if (settled) return judged(path, settled)
  const now = latest(after)
  if (isStale(now?.year ?? path.from.year, due))
    return { state: 'NOT_UPDATED', now, expected: now && expectedIn(path, now.year) }
  return now ? judged(path, now) : { state: 'NOT_YET', now: null, expected: null }
}

/** Whether what comes after the last known year should have been known by now. */
export const isStale = (last: number, { lastYearDue, everyYears }: Expected): boolean =>
  last + everyYears <= lastYearDue

function judged(path: TargetPath, now: MeasuredYear): Progress {
  const expected = expectedIn(path, now.year)
  const value = rounded(now.value, path.decimals)
  if (isAsGood(path, value, path.to.value)) return { state: 'REACHED', now, expected }
  return { state: isAsGood(path, value, expected) ? 'ON_TRACK' : 'BEHIND', now, expected }
}

const latest = <One extends { year: number }>(all: readonly One[]): One | null =>
  all.reduce<One | null>((best, one) => (best === null || one.year > best.year ? one : best), null)
const earliest = <One extends { year: number }>(all: readonly One[]): One | null =>
  all.reduce<One | null>((best, one) => (best === null || one.year < best.year ? one : best), null)

export type AppraisedState = 'REACHED' | 'ON_TRACK' | 'BEHIND'

/**
 * The same of a target that is judged in words: the latest year's appraisal, as long as the next one is not due.
 * @param from the year that the strategy begins: the first to be appraised
 */
export function progressInWords(
  { from, to }: { from: number; to: number },
  appraised: readonly { year: number; state: AppraisedState }[],
  lastYearDue: number,
): { state: ProgressState; year: number | null } {
  const settled = earliest(appraised.filter(({ year }) => year >= to))
  if (settled) return { state: settled.state, year: settled.year }
  const now = latest(appraised)
  if (isStale(now?.year ?? from - 1, { lastYearDue, everyYears: 1 }))
    return { state: 'NOT_UPDATED', year: now?.year ?? null }
  return now ? { state: now.state, year: now.year } : { state: 'NOT_YET', year: null }
}

export type StateCounts = Record<ProgressState, number>

/** How many targets of a goal stand where. Never an average: one that is behind is not made up for by another. */
export function countsOf(states: readonly ProgressState[]): StateCounts {
  const counts: StateCounts = { REACHED: 0, ON_TRACK: 0, BEHIND: 0, NOT_UPDATED: 0, NOT_YET: 0 }
  for (const state of states) counts[state] += 1
  return counts
}
