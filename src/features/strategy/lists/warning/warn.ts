import { type Figure, judgeCriterion, limitOf, type References } from '../rules/judge-area.ts'
import type { CategoryRule, Criterion, CriterionKey } from '../rules/statutory-rules.ts'
import { type Trend, trendOf, type YearFigure } from './trend.ts'

/** What the portal has measured of an area at a criterion, since it has consisted of the same estates. */
export interface CriterionSeries {
  /** By year, the oldest first, in hundredths of a per cent; none that may not be shown. */
  points: readonly YearFigure[]
  /** The last one, with its people where they may be shown. */
  last: Figure | null
  lastYear: number | null
}

/** Why nothing is said of where a value is going. */
export type Silence = 'NO_FIGURES' | 'OUTDATED' | 'TOO_FEW_YEARS' | 'NO_LIMIT'

export interface CriterionWarning {
  criterion: Criterion
  limit: number | null
  value: number | null
  year: number | null
  /** Hundredths of a per cent beyond the limit; negative: it is on the safe side. */
  points: number | null
  /** How many people it would take to change it; null: not known. */
  persons: number | null
  met: boolean | null
  trend: Trend | null
  silence: Silence | null
}

/** A list is made of the figures of the year before it. */
export const figuresLag = 1
/** A value that is older than this many years before the next list says nothing of it. */
const oldest = 3
/** How far ahead a list is looked for: farther, no line carries. */
export const mostYears = 6

/** One criterion of one area as it stands and where it is going; silent where the data do not carry it. */
export function warnOf(
  criterion: Criterion,
  series: CriterionSeries,
  references: References,
  nextList: number,
): CriterionWarning {
  const limit = limitOf(criterion.limit, references)
  const { last, lastYear, points } = series
  const base = { criterion, limit, value: last?.value ?? null, year: lastYear }
  const nothing = { points: null, persons: null, met: null, trend: null }
  if (last === null || lastYear === null) return { ...base, ...nothing, silence: 'NO_FIGURES' }
  if (limit === null) return { ...base, ...nothing, silence: 'NO_LIMIT' }
  const judged = judgeCriterion(criterion, { [criterion.key]: last }, references)
  const distance = judged.verdict === 'UNKNOWN' ? null : judged.distance
  const away = distance === null ? null : criterion.when === 'BELOW' ? -distance.points : distance.points
  const told = { ...base, points: away, persons: distance?.persons ?? null, met: judged.verdict === 'MET' }
  if (lastYear < nextList - figuresLag - oldest) return { ...told, trend: null, silence: 'OUTDATED' }
  const trend = trendOf(points)
  return { ...told, trend, silence: trend === null ? 'TOO_FEW_YEARS' : null }
}

/** Whether the criterion could be met in a year, by the worse end of what the trend allows; as it stands where it is silent. */
export function couldBeMet(warning: CriterionWarning, figuresOf: number): boolean | null {
  const { criterion, limit, value, year, trend, met } = warning
  if (limit === null || value === null || year === null) return null
  if (trend === null) return met
  const years = Math.max(0, figuresOf - year)
  const worse = criterion.when === 'BELOW' ? value + trend.low * years : value + trend.high * years
  if (criterion.when === 'ABOVE') return worse > limit
  return criterion.when === 'AT_LEAST' ? worse >= limit : worse < limit
}

export interface AreaWarning {
  criteria: CriterionWarning[]
  and: CriterionWarning[]
  met: number
  needed: number
  tooFew: boolean | null
  /** The first list that the area could be on: a year; null: none within `mostYears`; undefined: the data do not carry it. */
  earliest: number | null | undefined
}

/** An area against one category of today's rules. One with too few residents can be on no list, wherever its figures go. */
export function warnArea(
  rule: CategoryRule,
  area: { residents: number | null; seriesOf(key: CriterionKey): CriterionSeries },
  references: References,
  nextList: number,
): AreaWarning {
  const warn = (criterion: Criterion) => warnOf(criterion, area.seriesOf(criterion.key), references, nextList)
  const [criteria, and] = [rule.of.map(warn), rule.and.map(warn)]
  const tooFew = area.residents === null ? null : area.residents < rule.leastResidents
  return {
    ...{ criteria, and, tooFew, needed: rule.atLeast },
    met: criteria.filter(({ met }) => met === true).length,
    earliest: earliestOf(rule, { criteria, and, tooFew }, nextList),
  }
}

function earliestOf(
  rule: CategoryRule,
  { criteria, and, tooFew }: Pick<AreaWarning, 'criteria' | 'and' | 'tooFew'>,
  nextList: number,
): number | null | undefined {
  if (tooFew === true) return null
  const known = criteria.filter(({ met }) => met !== null).length
  if (tooFew === null || known < rule.atLeast || and.some(({ met }) => met === null)) return undefined
  for (let list = nextList; list < nextList + mostYears; list += 1) {
    const could = (one: CriterionWarning) => couldBeMet(one, list - figuresLag) === true
    if (criteria.filter(could).length >= rule.atLeast && and.every(could)) return list
  }
  return null
}

/** The year of the next list: they are issued every 1 December. */
export const nextListAfter = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5) > '12-01' ? 1 : 0)

/** The first list in which an effort that is begun now could be seen, and the one where it is seen whole. */
export const effortSeen = (today: string, years: number): { first: number; whole: number } => {
  const first = Number(today.slice(0, 4)) + 1 + figuresLag
  return { first, whole: first + years - 1 }
}
