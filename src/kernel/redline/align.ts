/**
 * Pairs two sequences in their order so that what is alike stands together: the pairs' likeness is as great as it can
 * be, and whatever is like nothing stands alone. Returns the positions, each at most once, in reading order.
 */
export function align<T>(
  old: readonly T[],
  now: readonly T[],
  likeness: (one: T, other: T) => number,
  least: number,
): { old: number | null; now: number | null }[] {
  const worth = old.map(one => now.map(other => gain(likeness(one, other), least)))
  const best = table(worth, old.length, now.length)
  const pairs: { old: number | null; now: number | null }[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const paired = i < old.length && j < now.length ? (worth[i]?.[j] ?? 0) + at(best, i + 1, j + 1) : -1
    if (i < old.length && j < now.length && (worth[i]?.[j] ?? 0) > 0 && paired >= at(best, i, j)) {
      pairs.push({ old: i, now: j })
      i += 1
      j += 1
    } else if (i < old.length && (j >= now.length || at(best, i + 1, j) >= at(best, i, j + 1))) {
      pairs.push({ old: i, now: null })
      i += 1
    } else {
      pairs.push({ old: null, now: j })
      j += 1
    }
  }
  return pairs
}

const gain = (alike: number, least: number): number => (alike >= least ? alike : 0)
const at = (table: number[][], i: number, j: number): number => table[i]?.[j] ?? 0

/** From each pair of positions on, the most that can be gained. */
function table(worth: number[][], rows: number, columns: number): number[][] {
  const best: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const own = worth[i]?.[j] ?? 0
      const row = best[i]
      if (row) row[j] = Math.max(at(best, i + 1, j), at(best, i, j + 1), own > 0 ? own + at(best, i + 1, j + 1) : 0)
    }
  }
  return best
}

/** The most of the numbers that stand in rising order; the others are those that have moved among them. */
export function unmoved(numbers: readonly number[]): Set<number> {
  const chains: number[][] = []
  for (const number of numbers) {
    const before = chains.filter(chain => (chain.at(-1) ?? -1) < number)
    const longest = before.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
    chains.push([...longest, number])
  }
  return new Set(chains.reduce((one, other) => (other.length > one.length ? other : one), []))
}
