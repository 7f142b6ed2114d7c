/** One amount that one source must cover whole; sources in preferred order. Amount 0 asks for nothing. */
export interface Claim {
  amount: number
  sources: number[]
}

/** Enough for any cooperation's rows; past it the best choice found so far stands, the same for the same facts. */
const searchLimit = 50_000

/**
 * Which source covers which claim: of all ways, one that covers the most claims; among those the one that gives the
 * earlier claims their more preferred sources. So another mandate never makes an adoptable decision unadoptable.
 * @returns for each claim its source, or null
 */
export function allot(claims: Claim[], capacities: Map<number, number>): (number | null)[] {
  const left = new Map(capacities)
  const most = claims.filter(claim => claim.amount > 0 && fits(claim, left)).length
  let best: { count: number; chosen: (number | null)[] } = { count: -1, chosen: [] }
  let steps = 0

  const search = (index: number, count: number, missed: number, chosen: (number | null)[]): void => {
    steps += 1
    if (best.count >= most - missed || (steps > searchLimit && best.count >= 0)) return
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
        search(index + 1, count + 1, missed, [...chosen, source])
        left.set(source, room)
      }
    }
    const wanted = claim.amount > 0 && fits(claim, capacities)
    search(index + 1, count, missed + Number(wanted), [...chosen, null])
  }
  search(0, 0, 0, [])
  return best.chosen
}

const fits = (claim: Claim, room: Map<number, number>): boolean =>
  claim.sources.some(source => (room.get(source) ?? 0) >= claim.amount)
