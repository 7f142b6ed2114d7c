/**
 * Between which amounts each unknown can lie when some weighted sums of them are known: two linear programs an unknown,
 * by the simplex method (Dantzig 1947; Bland's rule 1977, so that it ends). The true amounts are a point from which every
 * other is looked at, so no first phase is needed: what is asked is how far each can move with the sums as they are.
 */
export interface Unknowns {
  /** How far each may fall and rise by what everybody knows of it; Infinity: no bound. */
  fall: number[]
  rise: number[]
  /** Of each sum: the weights of the unknowns in it, by their place. */
  sums: Map<number, number>[]
}

export interface Reach {
  /** From nought downwards and upwards: how far it was found to be able to move. */
  down: number
  up: number
}

const tiny = 1e-9

/**
 * How far each can move, at least as far as needed: what is seen to move that far is not asked any further.
 * @param needed the width that is enough of each that is asked for
 */
export function reachOf(unknowns: Unknowns, asked: readonly number[], needed: readonly number[]): Reach[] {
  const count = unknowns.fall.length
  const directions = freeDirections(unknowns.sums, count)
  const reach: Reach[] = Array.from({ length: count }, () => ({ down: 0, up: 0 }))
  const note = (point: readonly number[]) => {
    for (const [at, moved] of point.entries()) {
      const known = reach[at] as Reach
      if (moved > known.up) known.up = moved
      if (moved < known.down) known.down = moved
    }
  }
  const width = (at: number) => (reach[at] as Reach).up - (reach[at] as Reach).down
  for (const [index, at] of asked.entries())
    for (const sign of [1, -1]) {
      if (width(at) >= (needed[index] ?? 0)) break
      note(furthest(directions, unknowns, at, sign))
    }
  return reach
}

/** A basis of the moves that leave all sums as they are: each row is an unknown, each column a free move. */
function freeDirections(sums: readonly Map<number, number>[], count: number): number[][] {
  const rows = sums.map(sum => Array.from({ length: count }, (_none, at) => sum.get(at) ?? 0))
  const pivots: number[] = []
  for (let column = 0; column < count && pivots.length < rows.length; column += 1) {
    const from = pivots.length
    let best = from
    for (let at = from + 1; at < rows.length; at += 1)
      if (Math.abs(cell(rows, at, column)) > Math.abs(cell(rows, best, column))) best = at
    if (Math.abs(cell(rows, best, column)) < tiny) continue
    const [pivot, other] = [rows[best] as number[], rows[from] as number[]]
    rows[from] = pivot
    rows[best] = other
    const by = pivot[column] as number
    for (let at = 0; at < count; at += 1) pivot[at] = (pivot[at] as number) / by
    for (const [at, row] of rows.entries()) if (at !== from) subtract(row, pivot, row[column] as number)
    pivots.push(column)
  }
  const free = Array.from({ length: count }, (_none, at) => at).filter(at => !pivots.includes(at))
  return Array.from({ length: count }, (_none, at) => {
    const pivot = pivots.indexOf(at)
    return free.map(column => (pivot === -1 ? Number(column === at) : -cell(rows, pivot, column)))
  })
}

const cell = (rows: readonly number[][], row: number, column: number): number => rows[row]?.[column] ?? 0

function subtract(row: number[], other: readonly number[], times: number): void {
  if (times === 0) return
  for (const [at, value] of other.entries()) {
    const left = (row[at] as number) - times * value
    row[at] = Math.abs(left) < tiny ? 0 : left
  }
}

/** What a move without end is told as: wider than anything that is asked for. */
const endless = 1e12

/** The point where one unknown has moved furthest one way: all unknowns' moves there. */
function furthest(directions: readonly number[][], { fall, rise }: Unknowns, at: number, sign: number): number[] {
  const goal = (directions[at] ?? []).map(weight => weight * sign)
  const free = goal.length
  if (free === 0) return directions.map(() => 0)
  // Each free move both ways, so that all of them are at least nought.
  const both = (row: readonly number[]) => [...row, ...row.map(weight => -weight)]
  const rows: number[][] = []
  const limits: number[] = []
  for (const [index, row] of directions.entries()) {
    const [down, up] = [fall[index] as number, rise[index] as number]
    if (row.every(weight => weight === 0)) continue
    if (down !== Number.POSITIVE_INFINITY) {
      rows.push(both(row.map(weight => -weight)))
      limits.push(down)
    }
    if (up !== Number.POSITIVE_INFINITY) {
      rows.push(both(row))
      limits.push(up)
    }
  }
  const moved = maximise(rows, limits, both(goal))
  return directions.map(row => {
    let sum = 0
    for (const [index, weight] of row.entries())
      sum += weight * ((moved[index] as number) - (moved[index + free] as number))
    return sum
  })
}

/** Maximises goal · y for rows · y ≤ limits, y ≥ 0, where all limits are at least nought. */
function maximise(rows: number[][], limits: number[], goal: number[]): number[] {
  const [count, width] = [rows.length, goal.length]
  const table = rows.map((row, at) => [
    ...row,
    ...Array.from({ length: count }, (_none, slack) => Number(slack === at)),
    limits[at] as number,
  ])
  const gain = [...goal, ...new Array<number>(count + 1).fill(0)]
  const basis = Array.from({ length: count }, (_none, at) => width + at)
  const last = width + count
  for (;;) {
    const entering = gain.findIndex((one, at) => at < last && one > 1e-7)
    if (entering === -1) break
    const leaving = leavingRow(table, basis, entering, last)
    if (leaving === -1) return ray(table, basis, entering, width)
    const pivot = table[leaving] as number[]
    const by = pivot[entering] as number
    for (let at = 0; at <= last; at += 1) pivot[at] = (pivot[at] as number) / by
    for (const [at, row] of table.entries()) if (at !== leaving) subtract(row, pivot, row[entering] as number)
    subtract(gain, pivot, gain[entering] as number)
    basis[leaving] = entering
  }
  return pointOf(table, basis, width, last)
}

/** The row that is used up first; of several the one of the lowest number, so that no row comes round for ever. */
function leavingRow(table: readonly number[][], basis: readonly number[], entering: number, last: number): number {
  let [leaving, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [at, row] of table.entries()) {
    const weight = row[entering] as number
    if (weight <= 1e-7) continue
    const ratio = (row[last] as number) / weight
    const isNearer = ratio < least - tiny
    const isAsNear = Math.abs(ratio - least) <= tiny && (basis[at] as number) < (basis[leaving] as number)
    if (isNearer || isAsNear) [leaving, least] = [at, ratio]
  }
  return leaving
}

function pointOf(table: readonly number[][], basis: readonly number[], width: number, last: number): number[] {
  const point = new Array<number>(width).fill(0)
  for (const [at, column] of basis.entries())
    if (column < width) point[column] = (table[at] as number[])[last] as number
  return point
}

/** Nothing stops it: a point far out that way. */
function ray(table: readonly number[][], basis: readonly number[], entering: number, width: number): number[] {
  const point = new Array<number>(width).fill(0)
  if (entering < width) point[entering] = endless
  for (const [at, column] of basis.entries())
    if (column < width) point[column] = -((table[at] as number[])[entering] as number) * endless
  return point
}
