/**
 * A reference model of the mandate check, written from the agreement's rules alone (§7, R65-R67): small, slow and
 * meant to be obviously right. It shares no code with the portal's rules, and is not to be made cleverer.
 */
export type Kind = 'economic' | 'legal' | 'organisational'

export interface ModelOrganisation {
  id: number // also its place in the signature list
  municipality: number | null // of a department
}

export interface ModelMandate {
  id: number
  year: number
  serial: number
  organisation: ModelOrganisation // to whom it is given
  givenBy: number | null // the organisation whose deciding body gave it
  sourceDay: number // days are counted, from any day zero
  covers: Kind[]
  limit: number // a decision; Infinity: none
  total: number // with its adjustments; Infinity: none
  tasks: string[] // none: all; so also for the next three
  subjects: number[]
  areas: number[]
  case: number | null
  onlyDecision: number | null
  partial: boolean
  activated: boolean
  from: number
  to: number // the last day; Infinity: none
  supersededFrom: number // the first day of the later one; Infinity: none
  revokedFrom: number // Infinity: not
}

export interface ModelRow {
  organisation: ModelOrganisation
  amount: number // 0: no economic consequence
  legal: boolean
  organisational: boolean
}

export interface ModelDecision {
  id: number | null // null: a draft
  case: number | null
  tasks: string[]
  subjects: number[]
  areas: number[]
  rows: ModelRow[]
}

export interface ModelCell {
  row: ModelRow
  kind: Kind
  /** One mandate alone, several together that allow it (how much of each is left open), or nothing. */
  way: ModelMandate | 'together' | 'uncovered'
}

/** What is left of a mandate's total for this decision; its limit per decision comes on top. */
export type Left = (mandate: ModelMandate) => number

/** Every cell of the decision, in the order of the organisations, economic, legal, organisational. */
export function modelCheck(
  decision: ModelDecision,
  mandates: ModelMandate[],
  days: { taken: number; on: number },
  left: Left,
): ModelCell[] {
  const counting = mandates.filter(mandate => counts(mandate, days) && inScope(mandate, decision))
  const usable = (row: ModelRow, kind: Kind) =>
    counting
      .filter(mandate => mandate.covers.includes(kind) && reaches(mandate, row.organisation))
      .sort((a, b) => narrowerFirst(a, b, row.organisation))
  const room = (mandate: ModelMandate) => Math.min(mandate.limit, left(mandate))

  const rows = [...decision.rows].sort((a, b) => a.organisation.id - b.organisation.id)
  const priced = rows.filter(row => row.amount > 0)
  const claims = priced.map(row => ({ amount: row.amount, usable: usable(row, 'economic') }))
  const ways = bestWays(claims, room)
  return rows.flatMap(row => {
    const cells: ModelCell[] = []
    if (row.amount > 0) cells.push({ row, kind: 'economic', way: ways[priced.indexOf(row)] ?? 'uncovered' })
    for (const kind of ['legal', 'organisational'] as const) {
      if (row[kind]) cells.push({ row, kind, way: usable(row, kind)[0] ?? 'uncovered' })
    }
    return cells
  })
}

/** Rule 1. `taken` is the day of the decision, `on` the day on which it is checked. */
export function counts(mandate: ModelMandate, days: { taken: number; on: number }): boolean {
  const givers = [mandate.organisation.id, mandate.organisation.municipality]
  const begins = Math.max(mandate.from, mandate.sourceDay)
  const ends = lastDay(mandate)
  return (
    mandate.activated &&
    mandate.givenBy !== null &&
    givers.includes(mandate.givenBy) &&
    begins <= ends && // else it never held
    begins <= days.on &&
    ends >= days.taken &&
    mandate.revokedFrom > days.on
  )
}

const lastDay = (mandate: ModelMandate): number => Math.min(mandate.to, mandate.supersededFrom - 1)

/** Rule 2. */
export function inScope(mandate: ModelMandate, decision: ModelDecision): boolean {
  const onlyThose = <T>(given: T[], named: T[]) =>
    given.length === 0 || (named.length > 0 && named.every(one => given.includes(one)))
  return (
    onlyThose(mandate.tasks, decision.tasks) &&
    onlyThose(mandate.subjects, decision.subjects) &&
    onlyThose(mandate.areas, decision.areas) &&
    (mandate.case === null || mandate.case === decision.case) &&
    (mandate.onlyDecision === null || mandate.onlyDecision === decision.id)
  )
}

/** A department is covered by its municipality's mandates too, but not by an approval of the municipality's own row. */
export const reaches = (mandate: ModelMandate, organisation: ModelOrganisation): boolean =>
  mandate.organisation.id === organisation.id ||
  (mandate.organisation.id === organisation.municipality && mandate.onlyDecision === null)

/** Rule 3. */
export function narrowerFirst(a: ModelMandate, b: ModelMandate, organisation: ModelOrganisation): number {
  const named = (list: unknown[]) => (list.length === 0 ? Infinity : list.length)
  const marks = (mandate: ModelMandate) => [
    mandate.onlyDecision === null ? 1 : 0,
    mandate.case === null ? 1 : 0,
    mandate.organisation.id === organisation.id ? 0 : 1,
    named(mandate.tasks),
    named(mandate.subjects),
    named(mandate.areas),
    lastDay(mandate),
    mandate.year,
    mandate.serial,
  ]
  const [first, second] = [marks(a), marks(b)]
  for (let mark = 0; mark < first.length; mark += 1) {
    const [one, other] = [first[mark] ?? 0, second[mark] ?? 0]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

interface Claim {
  amount: number
  usable: ModelMandate[]
}

/**
 * Rule 4: every way is tried, the earlier claims' preferred ways first; the first found of those that cover the most
 * claims stands.
 */
function bestWays(claims: Claim[], room: Left): ModelCell['way'][] {
  let best: { covered: number; ways: ModelCell['way'][] } = { covered: -1, ways: [] }
  const attempt = (ways: ModelCell['way'][]): void => {
    const covered = ways.filter(way => way !== 'uncovered').length
    if (covered + claims.length - ways.length <= best.covered || !fits(claims, ways, room)) return
    const next = claims[ways.length]
    if (next === undefined) {
      best = { covered, ways }
      return
    }
    for (const way of [...next.usable, 'together' as const, 'uncovered' as const]) attempt([...ways, way])
  }
  attempt([])
  return best.ways
}

/** Whether there is room for all these ways at once: of what the whole ones leave, enough for those together. */
function fits(claims: Claim[], ways: ModelCell['way'][], room: Left): boolean {
  const taken = new Map<ModelMandate, number>()
  const together: Claim[] = []
  for (const [index, way] of ways.entries()) {
    const claim = claims[index]
    if (claim === undefined || way === 'uncovered') continue
    if (way === 'together') together.push(claim)
    else taken.set(way, (taken.get(way) ?? 0) + claim.amount)
  }
  for (const [mandate, amount] of taken) if (amount > room(mandate)) return false
  return subsets(together).every(some => {
    const givers = new Set(some.flatMap(claim => claim.usable.filter(mandate => mandate.partial)))
    const available = [...givers].reduce(
      (sum, mandate) => sum + Math.max(0, room(mandate) - (taken.get(mandate) ?? 0)),
      0,
    )
    return some.reduce((sum, claim) => sum + claim.amount, 0) <= available
  })
}

function subsets<T>(list: T[]): T[][] {
  const [first, ...rest] = list
  if (first === undefined) return [[]]
  const without = subsets(rest)
  return [...without, ...without.map(some => [first, ...some])]
}
