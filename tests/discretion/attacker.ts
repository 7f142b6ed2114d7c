/**
 * Somebody who has read everything that is shown and can calculate: whole numbers, none below nought, that add up as the
 * places do. Each hidden number is tried at other values by search with bounds, which knows nothing of how it was decided
 * what is hidden. Whole numbers leave fewer answers than a linear program does: it is the stronger attack.
 */
export interface Puzzle {
  /** By name: what is known; null: hidden. */
  numbers: Map<string, number | null>
  /** Where it is looked first, so that the search ends: the attacker does without. */
  near: Map<string, number>
  /** Weighted sums that are between two bounds. */
  sums: { terms: [name: string, weight: number][]; least: number; most: number }[]
}

interface Box {
  low: number[]
  high: number[]
}

/** @returns whether two worlds that look the same to the attacker have the number at least `apart` from each other */
export function canBeApart(puzzle: Puzzle, name: string, truth: number, apart: number): boolean {
  const solver = new Search(puzzle)
  let down = 0
  while (down < apart && solver.canBe(name, truth - down - 1)) down += 1
  let up = 0
  while (down + up < apart && solver.canBe(name, truth + up + 1)) up += 1
  return down + up >= apart
}

/** A world that is not found in so many steps counts as none: that makes the attacker stronger than he is. */
const mostSteps = 3_000

class Search {
  readonly #names: string[]
  readonly #place: Map<string, number>
  readonly #near: number[]
  readonly #sums: { terms: [number, number][]; least: number; most: number }[]
  #steps = 0

  constructor({ numbers, near, sums }: Puzzle) {
    this.#names = [...numbers].flatMap(([name, known]) => (known === null ? [name] : []))
    this.#near = this.#names.map(name => near.get(name) ?? 0)
    this.#place = new Map(this.#names.map((name, at) => [name, at]))
    this.#sums = sums.map(({ terms, least, most }) => {
      let known = 0
      const open: [number, number][] = []
      for (const [name, weight] of terms) {
        const at = this.#place.get(name)
        if (at === undefined) known += weight * (numbers.get(name) ?? 0)
        else open.push([at, weight])
      }
      return { terms: open, least: least - known, most: most - known }
    })
  }

  canBe(name: string, value: number): boolean {
    const at = this.#place.get(name)
    if (at === undefined || value < 0) return false
    const box: Box = { low: this.#names.map(() => 0), high: this.#names.map(() => 100_000) }
    box.low[at] = value
    box.high[at] = value
    this.#steps = 0
    return this.#solve(box)
  }

  #solve(box: Box): boolean {
    this.#steps += 1
    if (this.#steps > mostSteps || !this.#narrow(box)) return false
    let open = -1
    for (const [at, low] of box.low.entries()) {
      const width = (box.high[at] as number) - low
      const least = open === -1 ? Number.POSITIVE_INFINITY : (box.high[open] as number) - (box.low[open] as number)
      if (width > 0 && width < least) open = at
    }
    if (open === -1) return true
    const [low, high] = [box.low[open] as number, box.high[open] as number]
    const first = Math.min(high, Math.max(low, this.#near[open] as number))
    for (const [from, to] of [
      [first, first],
      [first + 1, high],
      [low, first - 1],
    ] as const) {
      if (from > to) continue
      const part: Box = { low: [...box.low], high: [...box.high] }
      part.low[open] = from
      part.high[open] = to
      if (this.#solve(part)) return true
    }
    return false
  }

  /** Draws in the bounds until no sum draws them any further. @returns false where no number is left */
  #narrow({ low, high }: Box): boolean {
    for (let changed = true; changed; ) {
      changed = false
      for (const { terms, least, most } of this.#sums)
        for (const [at, weight] of terms) {
          let [restLow, restHigh] = [0, 0]
          for (const [other, times] of terms) {
            if (other === at) continue
            const [a, b] = [times * (low[other] as number), times * (high[other] as number)]
            restLow += Math.min(a, b)
            restHigh += Math.max(a, b)
          }
          const [one, two] = [(least - restHigh) / weight, (most - restLow) / weight]
          const [from, to] = [Math.ceil(Math.min(one, two) - 1e-9), Math.floor(Math.max(one, two) + 1e-9)]
          if (from > (low[at] as number)) {
            low[at] = from
            changed = true
          }
          if (to < (high[at] as number)) {
            high[at] = to
            changed = true
          }
          if ((low[at] as number) > (high[at] as number)) return false
        }
    }
    return true
  }
}
