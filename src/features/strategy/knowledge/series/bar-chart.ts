/** Each place's bar by a common measure, with lines for the town and the limits. */
export interface BarChart {
  width: number
  height: number
  bars: {
    name: string
    nameX: number
    x: number
    y: number
    width: number
    height: number
    textX: number
    textY: number
    text: string
    beyond: boolean
  }[]
  lines: { x: number; top: number; bottom: number; kind: 'town' | 'limit' }[]
}

export interface Bar {
  name: string
  value: number
  text: string
  beyond: boolean
}

const size = { width: 720, names: 230, end: 70, row: 26, bar: 16, top: 8 } as const

/** Null: there is nothing to be drawn. A value below nought has no bar, and its number alone. */
export function barChartOf(
  bars: readonly Bar[],
  lines: readonly { value: number; kind: 'town' | 'limit' }[],
): BarChart | null {
  if (bars.length === 0) return null
  const most = Math.max(...bars.map(({ value }) => value), ...lines.map(({ value }) => value), 0) || 1
  const length = (value: number) =>
    Math.round((Math.max(0, value) / most) * (size.width - size.names - size.end) * 10) / 10
  const height = size.top * 2 + bars.length * size.row
  return {
    width: size.width,
    height,
    bars: bars.map(({ name, value, text, beyond }, at) => {
      const y = size.top + at * size.row
      return {
        ...{ name: shortened(name), nameX: size.names - 10, x: size.names, y: y + (size.row - size.bar) / 2 },
        ...{ width: length(value), height: size.bar, textX: size.names + length(value) + 6, textY: y + size.row / 2 },
        ...{ text, beyond },
      }
    }),
    lines: lines
      .filter(({ value }) => value >= 0)
      .map(({ value, kind }) => ({ x: size.names + length(value), top: 2, bottom: height - 2, kind })),
  }
}

const longest = 30
const shortened = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name)
