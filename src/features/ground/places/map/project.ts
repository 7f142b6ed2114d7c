import type { Position, Shape } from './outline-rules.ts'

export interface Drawing {
  width: number
  height: number
  /** Where a position lies in the drawing. */
  at(position: Position): { x: number; y: number }
}

const margin = 16

/** A town on a sheet: degrees become lengths, north is up, and east is as long as north at the town's own latitude. */
export function drawingOf(shapes: readonly Shape[], width: number): Drawing {
  const all = shapes.flatMap(({ point, rings = [] }) => (point ? [point] : rings.flat()))
  const east = all.map(([x]) => x)
  const north = all.map(([, y]) => y)
  const [west, most, south, top] = [least(east), greatest(east), least(north), greatest(north)]
  const narrowing = Math.cos((((south + top) / 2) * Math.PI) / 180)
  const across = Math.max((most - west) * narrowing, 0.001)
  const scale = (width - 2 * margin) / across
  const height = Math.round(Math.max(top - south, 0.001) * scale) + 2 * margin
  return {
    width,
    height,
    at: ([x, y]) => ({
      x: Math.round((margin + (x - west) * narrowing * scale) * 10) / 10,
      y: Math.round((margin + (top - y) * scale) * 10) / 10,
    }),
  }
}

const least = (all: readonly number[]): number => all.reduce((one, other) => Math.min(one, other), 180)
const greatest = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), -180)

export const pathOf = ({ rings = [] }: Shape, { at }: Drawing): string =>
  rings
    .map(ring =>
      ring
        .map((position, index) => {
          const { x, y } = at(position)
          return `${index === 0 ? 'M' : 'L'}${x} ${y}`
        })
        .join(''),
    )
    .map(path => `${path}Z`)
    .join('')

/** The middle of a shape, where its number stands: the point, or the mean of its largest ring. */
export function middleOf({ point, rings = [] }: Shape): Position {
  if (point) return point
  const largest = rings.toSorted((one, other) => other.length - one.length)[0] ?? []
  const open = largest.slice(0, -1)
  const mean = (of: 0 | 1) => open.reduce((sum, position) => sum + position[of], 0) / Math.max(1, open.length)
  return [mean(0), mean(1)]
}
