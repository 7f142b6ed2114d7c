import { piecesOf, type SeriesBreak } from '../../knowledge/index.ts'
import { expectedIn, type MeasuredYear, type TargetPath } from './progress-rules.ts'

/** The drawing's own measures: it is scaled to the room there is. */
const size = { width: 360, height: 170, left: 52, right: 52, top: 18, bottom: 28 } as const

interface Point {
  x: number
  y: number
}

/** Where everything of a target's drawing stands: told by its shape, never by colour alone. */
export interface ProgressChart {
  width: number
  height: number
  /** The years' line at the bottom. */
  axis: { from: Point; to: Point }
  /** The expected path, dashed. */
  path: string
  /** What was measured, in the order of the years; the baseline is its first. A break parts them: nothing is drawn across. */
  lines: string[]
  dots: (Point & { year: number })[]
  /** The target itself, a diamond. */
  goal: string
  labels: (Point & { text: string; anchor: 'start' | 'middle' | 'end' })[]
}

/**
 * A target drawn: from the baseline along the expected path to the target, and what was measured.
 * @param text how a value is written
 */
export function chartOf(
  path: TargetPath,
  measured: readonly MeasuredYear[],
  breaks: readonly SeriesBreak[],
  text: (value: number) => string,
): ProgressChart {
  const { from, to } = path
  const shown = measured.filter(({ year }) => year > from.year).toSorted((one, other) => one.year - other.year)
  const all = [from, ...shown]
  const years = scale([from.year, to.year, ...shown.map(({ year }) => year)], size.left, size.width - size.right)
  const values = scale(
    [from.value, to.value, ...shown.map(({ value }) => value)],
    size.height - size.bottom - 8,
    size.top + 8,
  )
  const at = ({ year, value }: MeasuredYear): Point => ({ x: years(year), y: values(value) })
  const base = size.height - size.bottom + 6
  const [start, end] = [at(from), at(to)]
  const last = shown.at(-1)
  const ends = last && last.year > to.year ? [{ ...at({ year: last.year, value: expectedIn(path, last.year) }) }] : []
  return {
    width: size.width,
    height: size.height,
    axis: { from: { x: size.left - 10, y: base }, to: { x: size.width - size.right + 10, y: base } },
    path: pointsOf([start, end, ...ends]),
    lines: piecesOf(all, breaks).map(piece => pointsOf(piece.map(at))),
    dots: all.map(one => ({ ...at(one), year: one.year })),
    goal: pointsOf(diamond(end)),
    labels: [
      { x: start.x, y: base + 16, text: String(from.year), anchor: 'middle' },
      { x: end.x, y: base + 16, text: String(to.year), anchor: 'middle' },
      { x: start.x - 8, y: start.y + 4, text: text(from.value), anchor: 'end' },
      { x: end.x + 10, y: end.y + 4, text: text(to.value), anchor: 'start' },
    ],
  }
}

/** From the smallest to the largest of some numbers; all alike they stand in the middle. */
function scale(of: readonly number[], first: number, last: number): (value: number) => number {
  const [least, most] = [Math.min(...of), Math.max(...of)]
  if (least === most) return () => (first + last) / 2
  return value => Math.round((first + ((value - least) / (most - least)) * (last - first)) * 10) / 10
}

const pointsOf = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ')

const diamond = ({ x, y }: Point): Point[] => [
  { x, y: y - 7 },
  { x: x + 7, y },
  { x, y: y + 7 },
  { x: x - 7, y },
]
