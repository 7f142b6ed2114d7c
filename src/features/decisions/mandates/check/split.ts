/** One amount that is to be covered: whole by one source, or by parts of several that all allow it. Amount 0 asks for nothing. */
export interface Claim {
  amount: number
  /** In preferred order. */
  sources: number[]
  /** Those of the sources that may cover a part, in preferred order. */
  partial: number[]
}

export interface Share {
  source: number
  amount: number
}

/**
 * Amounts split over several sources that all allow it: a small flow. What is drawn for one claim can be moved to
 * another of its sources to make room for the next, so nothing is called impossible that is possible.
 */

/** Whether all the claims together find room, each over those of its sources that may cover a part. */
export const canSplit = (claims: Claim[], room: ReadonlyMap<number, number>): boolean => flowOf(claims, room) !== null

/** The split that gives each claim, earlier ones first, as much as possible of its more preferred sources. */
export function splitInOrder(claims: Claim[], room: ReadonlyMap<number, number>): Share[][] {
  const rest = claims.map(({ amount, sources, partial }) => ({ amount, sources, partial: [...partial] }))
  const left = new Map(room)
  return rest.map((claim, index) => {
    const shares: Share[] = []
    for (const source of [...claim.partial]) {
      const amount = mostFrom(source, index, rest, left)
      claim.amount -= amount
      claim.partial = claim.partial.filter(other => other !== source)
      left.set(source, (left.get(source) ?? 0) - amount)
      if (amount > 0) shares.push({ source, amount })
    }
    return shares
  })
}

/** The most that one claim can take from a source, so that all the claims still find room. */
function mostFrom(source: number, index: number, claims: Claim[], room: ReadonlyMap<number, number>): number {
  const claim = claims[index]
  if (!claim) return 0
  const leavesRoom = (amount: number): boolean => {
    const partial = claim.partial.filter(other => other !== source)
    const others = claims.map((other, at) =>
      at === index ? { ...claim, amount: claim.amount - amount, partial } : other,
    )
    return canSplit(others, new Map(room).set(source, (room.get(source) ?? 0) - amount))
  }
  let most = Math.min(claim.amount, Math.max(0, room.get(source) ?? 0))
  if (leavesRoom(most)) return most
  // What leaves room is an interval, and what the flow found lies in it.
  let enough = flowOf(claims, room)?.[index]?.get(source) ?? 0
  while (most - enough > 1) {
    const middle = enough + Math.floor((most - enough) / 2)
    if (leavesRoom(middle)) enough = middle
    else most = middle
  }
  return enough
}

type Flow = Map<number, number>[]

/** One way to split them all, or null. */
function flowOf(claims: Claim[], room: ReadonlyMap<number, number>): Flow | null {
  const flow: Flow = claims.map(() => new Map())
  const left = new Map(room)
  for (let index = 0; index < claims.length; index += 1) {
    let missing = claims[index]?.amount ?? 0
    while (missing > 0) {
      const path = pathToRoom(index, claims, flow, left)
      if (!path) return null
      missing -= push(path, missing, flow, left)
    }
  }
  return flow
}

/** A claim takes from a source; a claim before it on the path had taken that from the source, and takes elsewhere. */
interface Step {
  claim: number
  source: number
}

/** The shortest way from a claim to a source with room, by way of what other claims can move. */
function pathToRoom(start: number, claims: Claim[], flow: Flow, left: ReadonlyMap<number, number>): Step[] | null {
  const reached = new Map<number, Step[]>()
  const queue: { claim: number; path: Step[] }[] = [{ claim: start, path: [] }]
  const seen = new Set([start])
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const source of claims[next.claim]?.partial ?? []) {
      if (reached.has(source)) continue
      const path = [...next.path, { claim: next.claim, source }]
      if ((left.get(source) ?? 0) > 0) return path
      reached.set(source, path)
      flow.forEach((taken, claim) => {
        if (seen.has(claim) || (taken.get(source) ?? 0) <= 0) return
        seen.add(claim)
        queue.push({ claim, path })
      })
    }
  }
  return null
}

function push(path: Step[], missing: number, flow: Flow, left: Map<number, number>): number {
  const end = path.at(-1)
  if (!end) return 0
  let amount = Math.min(missing, left.get(end.source) ?? 0)
  path.forEach(({ source }, at) => {
    const mover = path[at + 1]
    if (mover) amount = Math.min(amount, flow[mover.claim]?.get(source) ?? 0)
  })
  path.forEach(({ claim, source }, at) => {
    add(flow[claim], source, amount)
    const mover = path[at + 1]
    if (mover) add(flow[mover.claim], source, -amount)
  })
  left.set(end.source, (left.get(end.source) ?? 0) - amount)
  return amount
}

const add = (taken: Map<number, number> | undefined, source: number, amount: number): void => {
  taken?.set(source, (taken.get(source) ?? 0) + amount)
}
