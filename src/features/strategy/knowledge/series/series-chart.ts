import { piecesOf, type SeriesBreak } from './series-rules.ts'

/** The drawing's own measures: it is scaled to the room there is. */
const size = { width: 720, height: 280, left: 64, right: 24, top: 18, bottom: 34 } as const

interface Point {
  x: number
  y: number
}

interface Valued {
  year: number
  value: number
}

/** What a drawing shows of a series. All of it stands in the table too. */
export interface DrawnSeries {
  own: readonly (Valued & { corrected: boolean })[]
  town: readonly Valued[]
  /** Beyond which a value is worrying, in the years that it holds. */
  limits: readonly (readonly Valued[])[]
  breaks: readonly SeriesBreak[]
}

/** Where everything of a series' drawing stands: told by its shape, never by colour alone. */
export interface SeriesChart {
  width: number
  height: number
  /** The lines of whole values, with what they are. */
  scale: { y: number; left: number; right: number; text: string; textX: number }[]
  years: { x: number; y: number; text: string }[]
  /** The place's own values, a line from one break to the next. */
  own: string[]
  dots: (Point & { corrected: boolean })[]
  town: string[]
  limits: string[]
  /** Between the last year before it and the first after it. */
  breaks: { x: number; top: number; bottom: number }[]
}

/** Null: there is nothing to be drawn. */
export function seriesChartOf(series: DrawnSeries, text: (value: number) => string): SeriesChart | null {
  const { own, town, limits, breaks } = series
  const all = [...own, ...town, ...limits.flat()]
  if (own.length === 0) return null
  const years = [...new Set(all.map(({ year }) => year))].sort((one, other) => one - other)
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const steps = stepsFor(all.map(({ value }) => value))
  const [least, most] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  const x = (year: number) =>
    first === last
      ? (size.left + size.width - size.right) / 2
      : tenth(size.left + ((year - first) / (last - first)) * (size.width - size.left - size.right))
  const base = size.height - size.bottom
  const y = (value: number) => tenth(base - ((value - least) / (most - least)) * (base - size.top))
  const at = ({ year, value }: Valued): Point => ({ x: x(year), y: y(value) })
  const lines = (points: readonly Valued[], broken: readonly SeriesBreak[]) =>
    piecesOf(points, broken).map(piece => piece.map(one => `${at(one).x},${at(one).y}`).join(' '))
  const every = Math.ceil(years.length / 12)
  return {
    width: size.width,
    height: size.height,
    scale: steps.map(value => ({
      ...{ y: y(value), left: size.left - 8, right: size.width - size.right + 8 },
      ...{ text: text(value), textX: size.left - 14 },
    })),
    years: years
      .filter((_, nth) => (years.length - 1 - nth) % every === 0)
      .map(year => ({ x: x(year), y: size.height - 10, text: String(year) })),
    own: lines(own, breaks),
    dots: own.map(one => ({ ...at(one), corrected: one.corrected })),
    town: lines(
      town,
      breaks.filter(({ kind }) => kind === 'DEFINITION'),
    ),
    limits: limits.flatMap(one => lines(one, [])),
    breaks: [...new Map(breaks.map(one => [one.after, one])).values()].map(({ before, after }) => ({
      ...{ x: tenth((x(before) + x(after)) / 2), top: size.top, bottom: base },
    })),
  }
}

/** Four or five round values that hold all of them. */
export function stepsFor(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || Math.abs(high) || 1
  const rough = span / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map(one => one * power).find(one => one >= rough) ?? 10 * power
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

const tenth = (value: number): number => Math.round(value * 10) / 10
