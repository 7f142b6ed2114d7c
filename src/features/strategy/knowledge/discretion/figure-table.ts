import type { PlaceSum } from './place-sums.ts'
import {
  type Counting,
  type DiscretionLimits,
  type Dwellers,
  headsOf,
  isSensitive,
  type Numbers,
} from './small-rules.ts'
import { type FigureTable, type Term, type Unit, type Variable, widthNeeded, within } from './table-of-figures.ts'

/** A figure as an attacker may see it or not, corrected ones among them: what was shown once is known for ever. */
export interface TiedFigure extends Numbers {
  id: number
  versionId: number
  /** As `placeKey` names it. */
  place: string
  year: number
  /** Which delivery brought it: the figures of a state stand together as of one delivery. */
  deliveryId: number
  correctsId: number | null
  before: 'shown' | 'hidden' | null
}

export interface TiedFigures {
  figures: readonly TiedFigure[]
  counting: ReadonlyMap<number, Counting>
  /** In whichever way the places added up on any day of the year. */
  sums(year: number): readonly PlaceSum[]
  dwellers(place: string, year: number): Dwellers
  limits: DiscretionLimits
}

type Measure = 'heads' | 'of' | 'count'

/** What each level's figures are worth to their readers, against the smallest: the smaller place is hidden first. */
const worth: Record<string, number> = { ESTATE: 1, AREA: 10, DISTRICT: 20, TOWN: 1000, REGION: 1000, COUNTRY: 1000 }

/**
 * All that an attacker can add up: sums of places in every state that was ever published, numerators and denominators
 * apart, and means over years against the years themselves. One unit a figure, in the order in which they are given.
 */
export function figureTable(given: TiedFigures): FigureTable {
  const { figures, counting, limits } = given
  const variables: Variable[] = []
  const relations: Term[][] = []
  const at = new Map<string, number>()
  const means = new Map(meansOf(figures, counting).map(({ mean, years }) => [mean, years]))
  const longest = longestMeans(counting)
  const units = figures.map((figure, unit): Unit => {
    const how = counting.get(figure.versionId)
    const follows = figure.before === null ? (means.get(unit) ?? []) : []
    if (how && follows.length === 0)
      for (const [measure, amount] of numbersOf(figure, how)) {
        at.set(`${figure.id} ${measure}`, variables.length)
        variables.push({ unit, amount, least: 0, most: null })
      }
    const heads = how ? headsOf(figure, how) : null
    return {
      key: `${figure.place} ${figure.year} ${figure.versionId} ${figure.id}`,
      sensitive: how ? isSensitive(figure, how, given.dwellers(figure.place, figure.year), limits) : false,
      before: figure.before,
      cost: (worth[figure.place.split(' ')[0] ?? ''] ?? 1) * 1_000_000 + Math.min(heads ?? 0, 999_999),
      follows,
      width: widthNeeded * (how?.averagingYears === 1 ? (longest.get(how.indicatorId) ?? 1) : 1),
    }
  })
  const rest = (amount: number, least: number, most: number | null): number =>
    variables.push({
      unit: null,
      amount,
      least: Math.min(least, amount),
      most: most === null ? null : Math.max(most, amount),
    }) - 1

  const known = new Set<string>()
  for (const states of statesOf(figures))
    for (const measure of ['heads', 'of', 'count'] as const)
      for (const { whole, parts } of given.sums(states.year)) {
        const terms = sumOf(whole, parts, place => {
          const id = states.standing.get(place)
          return id === undefined ? undefined : at.get(`${id} ${measure}`)
        })
        // The same sum stands in one state after another.
        const key = terms?.all.map(({ variable }) => variable).join(' ')
        if (!terms || key === undefined || known.has(key)) continue
        known.add(key)
        const left = leftOver(terms.all, variables)
        const complete = terms.complete && Math.abs(left) <= within
        if (!complete && left < 0) continue
        relations.push(complete ? terms.all : [...terms.all, { variable: rest(left, 0, null), weight: -1 }])
      }
  // A mean of before, whose years come now or are corrected: with all but one of them it tells the last, and they tell it.
  for (const [mean, years] of means) {
    if (figures[mean]?.before === null) continue
    for (const measure of ['heads', 'of', 'count'] as const) {
      const [whole, ...parts] = [mean, ...years].map(unit => at.get(`${figures[unit]?.id} ${measure}`))
      if (whole === undefined || parts.some(part => part === undefined)) continue
      const terms: Term[] = [
        { variable: whole, weight: years.length },
        ...parts.map(variable => ({ variable: variable as number, weight: -1 })),
      ]
      const by = years.length / 2
      relations.push([...terms, { variable: rest(leftOver(terms, variables), -by, by), weight: -1 }])
    }
  }
  return { units, variables, relations }
}

function numbersOf(figure: TiedFigure, how: Counting): [Measure, number][] {
  const heads = headsOf(figure, how)
  const found: [Measure, number][] = []
  if (heads !== null) found.push([how.isCount && figure.numerator === null ? 'count' : 'heads', heads])
  if (figure.denominator !== null) found.push(['of', figure.denominator])
  return found
}

const leftOver = (terms: readonly Term[], variables: readonly Variable[]): number =>
  terms.reduce((sum, { variable, weight }) => sum + weight * (variables[variable]?.amount ?? 0), 0)

function sumOf(
  whole: string,
  parts: readonly string[],
  of: (place: string) => number | undefined,
): { all: Term[]; complete: boolean } | null {
  const total = of(whole)
  const found = parts.flatMap(part => of(part) ?? [])
  if (total === undefined || found.length === 0) return null
  return {
    all: [{ variable: total, weight: 1 }, ...found.map(variable => ({ variable, weight: -1 }))],
    complete: found.length === parts.length,
  }
}

interface State {
  year: number
  /** The figure of each place. */
  standing: Map<string, number>
}

/** The figures of a version and a year as they stood together after each delivery that changed any of them. */
function* statesOf(figures: readonly TiedFigure[]): Generator<State> {
  const groups = new Map<string, TiedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.versionId} ${figure.year}`
    const known = groups.get(key)
    if (known) known.push(figure)
    else groups.set(key, [figure])
  }
  for (const group of groups.values()) {
    const ordered = [...group].sort((one, other) => one.deliveryId - other.deliveryId || one.id - other.id)
    const standing = new Map<string, number>()
    for (const [index, figure] of ordered.entries()) {
      standing.set(figure.place, figure.id)
      if (ordered[index + 1]?.deliveryId !== figure.deliveryId) yield { year: figure.year, standing }
    }
  }
}

/** Where an indicator has a version of single years and one of means: each mean, with its years. By their places in the list. */
function meansOf(
  figures: readonly TiedFigure[],
  counting: ReadonlyMap<number, Counting>,
): { mean: number; years: number[] }[] {
  if (![...counting.values()].some(({ averagingYears }) => averagingYears > 1)) return []
  const corrected = new Set(figures.flatMap(({ correctsId }) => correctsId ?? []))
  const single = new Map<string, number>()
  for (const [unit, { id, versionId, place, year }] of figures.entries()) {
    const how = counting.get(versionId)
    if (how?.averagingYears === 1 && !corrected.has(id)) single.set(`${how.indicatorId} ${place} ${year}`, unit)
  }
  return figures.flatMap(({ id, versionId, place, year }, mean) => {
    const how = counting.get(versionId)
    if (!how || how.averagingYears === 1 || corrected.has(id)) return []
    const years = Array.from({ length: how.averagingYears }, (_none, back) =>
      single.get(`${how.indicatorId} ${place} ${year - back}`),
    )
    return years.includes(undefined) ? [] : [{ mean, years: years as number[] }]
  })
}

/** Over how many years an indicator's means go at most. */
function longestMeans(counting: ReadonlyMap<number, Counting>): Map<number, number> {
  const found = new Map<number, number>()
  for (const { indicatorId, averagingYears } of counting.values())
    found.set(indicatorId, Math.max(found.get(indicatorId) ?? 1, averagingYears))
  return found
}
