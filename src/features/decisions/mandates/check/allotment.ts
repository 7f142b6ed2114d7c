import { type Claim, canSplit, type Share, splitInOrder } from './split.ts'

/** How a claim is met: whole by a source, in parts, or not at all. */
type Choice = number | 'parts' | null

/** Enough for any cooperation's rows; past it the best choice found so far stands, the same for the same facts. */
const searchLimit = 50_000

/**
 * Which sources cover which claim: of all ways, one that covers the most claims; among those the one that gives the
 * earlier claims their more preferred sources, and a whole cover before parts. So another mandate never makes an
 * adoptable decision unadoptable.
 * @returns for each claim its shares; none: it is not covered
 */
export function allot(claims: Claim[], capacities: ReadonlyMap<number, number>): Share[][] {
  const shares: Share[][] = claims.map(() => [])
  for (const group of sharingSources(claims)) {
    const own = group.flatMap(index => claims[index] ?? [])
    allotGroup(own, capacities).forEach((found, at) => {
      shares[group[at] ?? 0] = found
    })
  }
  return shares
}

function allotGroup(claims: Claim[], capacities: ReadonlyMap<number, number>): Share[][] {
  const left = new Map(capacities)
  let best: { count: number; chosen: Choice[] } = { count: -1, chosen: [] }
  let steps = 0

  const search = (index: number, count: number, chosen: Choice[], split: Claim[]): void => {
    steps += 1
    if (best.count >= count + stillFitting(claims, index, left) || (steps > searchLimit && best.count >= 0)) return
    const claim = claims[index]
    if (!claim) {
      best = { count, chosen: [...chosen] }
      return
    }
    if (claim.amount > 0) {
      for (const source of claim.sources) {
        const room = left.get(source) ?? 0
        if (room < claim.amount) continue
        left.set(source, room - claim.amount)
        if (split.length === 0 || canSplit(split, left)) search(index + 1, count + 1, [...chosen, source], split)
        left.set(source, room)
      }
      const parted = [...split, claim]
      if (claim.partial.length > 1 && fitsInParts(claim, left) && canSplit(parted, left))
        search(index + 1, count + 1, [...chosen, 'parts'], parted)
    }
    search(index + 1, count, [...chosen, null], split)
  }
  search(0, 0, [], [])
  return sharesOf(claims, best.chosen, capacities)
}

function sharesOf(claims: Claim[], chosen: Choice[], capacities: ReadonlyMap<number, number>): Share[][] {
  const left = new Map(capacities)
  claims.forEach(({ amount }, index) => {
    const choice = chosen[index]
    if (typeof choice === 'number') left.set(choice, (left.get(choice) ?? 0) - amount)
  })
  const parts = splitInOrder(
    claims.filter((_, index) => chosen[index] === 'parts'),
    left,
  )
  return claims.map((claim, index) => {
    const choice = chosen[index] ?? null
    if (choice === 'parts') return parts.shift() ?? []
    return choice === null ? [] : [{ source: choice, amount: claim.amount }]
  })
}

/** At most so many of the claims from an index on can still be covered: each taken by itself. */
const stillFitting = (claims: Claim[], from: number, left: ReadonlyMap<number, number>): number => {
  let count = 0
  for (let index = from; index < claims.length; index += 1) {
    const claim = claims[index]
    if (claim && claim.amount > 0 && (fitsWhole(claim, left) || fitsInParts(claim, left))) count += 1
  }
  return count
}

const fitsWhole = (claim: Claim, room: ReadonlyMap<number, number>): boolean =>
  claim.sources.some(source => (room.get(source) ?? 0) >= claim.amount)

const fitsInParts = (claim: Claim, room: ReadonlyMap<number, number>): boolean =>
  claim.partial.reduce((sum, source) => sum + Math.max(0, room.get(source) ?? 0), 0) >= claim.amount

/** The claims in groups that have no source in common, each group by the order of its claims. */
function sharingSources(claims: Claim[]): number[][] {
  const groups: { claims: number[]; sources: Set<number> }[] = []
  claims.forEach((claim, index) => {
    const mine = { claims: [index], sources: new Set(claim.sources) }
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at]
      if (!group || !claim.sources.some(source => group.sources.has(source))) continue
      mine.claims.push(...group.claims)
      for (const source of group.sources) mine.sources.add(source)
      groups.splice(at, 1)
    }
    groups.push(mine)
  })
  return groups.map(group => group.claims.sort((a, b) => a - b))
}
