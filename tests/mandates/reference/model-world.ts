import {
  type Kind,
  type ModelCell,
  type ModelDecision,
  type ModelMandate,
  type ModelOrganisation,
  modelCheck,
} from './model-check.ts'

/**
 * The reference model's account of a cooperation's mandates, decisions and referrals, day by day: what is given, taken,
 * asked and answered, and what follows (§7). Written from the rules alone; plain data, so that it can be copied.
 */
export interface WorldDecision extends ModelDecision {
  id: number
  taken: number
  state: 'EFFECTIVE' | 'CONDITIONAL' | 'LAPSED' | 'SUPERSEDED'
  effectiveOn: number | null
  /** What it holds, by mandate. */
  holds: Record<number, number>
  cells: ModelCell[]
  replaces: number | null
  spent: Record<number, number>
}

export interface WorldReferral {
  id: number
  decision: number
  /** The organisation whose deciding body is asked. */
  asked: number
  cells: { organisation: ModelOrganisation; kind: Kind; amount: number }[]
  state: 'OPEN' | 'ON_CONDITIONS' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN'
  /** The meetings' days: the deciding body's, and the group's when it accepted the body's conditions. */
  answeredOn: number
  acceptedOn: number
}

export interface World {
  today: number
  mandates: ModelMandate[]
  decisions: WorldDecision[]
  referrals: WorldReferral[]
}

/** How an amount that several mandates cover together is shared out: the rules' own choice, which is checked. */
export type Shares = (decision: number, organisation: number) => { mandateId: number; amount: number }[]

export type Given = Omit<ModelMandate, 'id' | 'serial' | 'supersededFrom' | 'revokedFrom'>

export const nothing = (): World => ({ today: 0, mandates: [], decisions: [], referrals: [] })

export function give(world: World, given: Given): ModelMandate {
  const id = world.mandates.length + 1
  const mandate = { ...given, id, serial: id, supersededFrom: Infinity, revokedFrom: Infinity }
  world.mandates.push(mandate)
  return mandate
}

export function activate(world: World, mandate: ModelMandate, shares: Shares): void {
  mandate.activated = true
  settleCovered(world, mandate, shares)
}

export function revoke(world: World, mandate: ModelMandate, from: number, shares: Shares): void {
  mandate.revokedFrom = from
  settleTouched(world, mandate, shares)
}

export function supersede(world: World, mandate: ModelMandate, later: Given, shares: Shares): void {
  mandate.supersededFrom = later.from
  const given = give(world, later)
  settleTouched(world, mandate, shares)
  settleCovered(world, given, shares)
}

/** @returns false: refused, as more has been drawn */
export function adjust(world: World, mandate: ModelMandate, by: number, shares: Shares): boolean {
  if (mandate.total + by < heldOn(world, mandate)) return false
  mandate.total += by
  if (by > 0) settleCovered(world, mandate, shares)
  return true
}

export function record(
  world: World,
  facts: Omit<ModelDecision, 'id'>,
  replacement: { replaces: number; spent: Record<number, number> } | null,
  taken: number,
  shares: Shares,
): void {
  const decision: WorldDecision = {
    ...facts,
    id: world.decisions.length + 1,
    taken,
    state: 'CONDITIONAL',
    effectiveOn: null,
    holds: {},
    cells: [],
    replaces: replacement?.replaces ?? null,
    spent: replacement?.spent ?? {},
  }
  world.decisions.push(decision)
  settle(world, decision, shares, { on: taken })
}

/**
 * Rule 6: what the deciding body gives to each organisation asked about, for this decision alone.
 * @param on the body's meeting day; of conditions that are accepted, the group's
 */
export function approve(world: World, referral: WorldReferral, on: number, shares: Shares): void {
  if (referral.state === 'OPEN') referral.answeredOn = on
  else referral.acceptedOn = on
  referral.state = 'APPROVED'
  for (const organisation of unique(referral.cells.map(cell => cell.organisation))) {
    const cells = referral.cells.filter(cell => cell.organisation.id === organisation.id)
    const amount = cells.find(cell => cell.kind === 'economic')?.amount ?? Infinity
    give(world, {
      year: 2026,
      organisation,
      givenBy: referral.asked,
      sourceDay: referral.answeredOn,
      covers: cells.map(cell => cell.kind),
      limit: amount,
      total: amount,
      tasks: [],
      subjects: [],
      areas: [],
      case: null,
      onlyDecision: referral.decision,
      partial: false,
      activated: true,
      from: referral.answeredOn,
      to: Infinity,
    })
  }
  settle(world, decisionOf(world, referral), shares, { heard: true })
}

/** @returns false: refused, as something that was asked about would still be uncovered */
export function approveStanding(world: World, referral: WorldReferral, given: Given, shares: Shares): boolean {
  Object.assign(referral, { state: 'APPROVED', answeredOn: given.sourceDay })
  const mandate = give(world, given)
  const decision = decisionOf(world, referral)
  settle(world, decision, shares, { heard: true })
  if (!referral.cells.every(asked => decision.cells.some(cell => isAbout(asked, cell) && cell.way !== 'uncovered')))
    return false
  settleCovered(world, mandate, shares)
  return true
}

/** Nothing counts until the group accepts the conditions; see `approve` and `decline` for what it then says. */
export function approveOnConditions(world: World, referral: WorldReferral, on: number, shares: Shares): void {
  Object.assign(referral, { state: 'ON_CONDITIONS', answeredOn: on })
  settle(world, decisionOf(world, referral), shares)
}

export function decline(world: World, referral: WorldReferral): void {
  referral.state = 'DECLINED'
  const decision = decisionOf(world, referral)
  decision.state = 'LAPSED'
  decision.holds = {}
  giveUpAsking(world, decision)
}

/**
 * Rule 8: a body that gives a mandate, or a larger one, has said what it was asked to say. What lacks nothing by now, no
 * conditions either, takes effect; anything else is left as it is.
 */
export function settleCovered(world: World, mandate: ModelMandate, shares: Shares): void {
  for (const decision of boundBy(world, mandate)) {
    const conditions = world.referrals.some(one => one.decision === decision.id && one.state === 'ON_CONDITIONS')
    if (decision.state !== 'CONDITIONAL' || conditions || uncoveredNow(world, decision).length > 0) continue
    recheck(world, decision, shares)
  }
}

/** Whoever was asked only about what is covered by now is asked no more; then it is settled. */
export function recheck(world: World, decision: WorldDecision, shares: Shares): void {
  const uncovered = uncoveredNow(world, decision)
  for (const referral of world.referrals) {
    if (referral.decision !== decision.id || referral.state !== 'OPEN') continue
    if (!referral.cells.some(asked => uncovered.some(cell => isAbout(asked, cell)))) referral.state = 'WITHDRAWN'
  }
  settle(world, decision, shares)
}

/** What would be uncovered were it settled now. The world itself is left alone. */
function uncoveredNow(world: World, decision: WorldDecision): ModelCell[] {
  const copy = structuredClone(world)
  const own = copy.decisions.find(({ id }) => id === decision.id)
  if (!own) return []
  checkAgain(copy, own, copy.today)
  return own.cells.filter(cell => cell.way === 'uncovered')
}

/**
 * Rule 5: its draws are released, it is checked again, and it takes effect or waits on, nothing uncovered unasked.
 * @param how `on`: the day of the check, today's where nothing is said; `heard`: an answer gave occasion
 */
function settle(
  world: World,
  decision: WorldDecision,
  shares: Shares,
  { on = world.today, heard = false }: { on?: number; heard?: boolean } = {},
): void {
  const { earlier, unspent, left } = checkAgain(world, decision, on)
  const wanted = wantedBy(decision, shares)

  const uncovered = decision.cells.filter(cell => cell.way === 'uncovered')
  const waiting = world.referrals.filter(({ decision: id, state }) => id === decision.id && pending.includes(state))
  if (uncovered.length === 0 && waiting.length === 0) {
    decision.state = 'EFFECTIVE'
    decision.effectiveOn = heard ? dayHeard(world, decision, shares) : on
    if (earlier) giveWay(world, earlier, unspent)
    decision.holds = wanted
    return
  }
  // What another is still to release cannot be drawn yet.
  for (const mandate of world.mandates) {
    const amount = Math.min(wanted[mandate.id] ?? 0, Math.max(0, left(mandate)))
    if (amount > 0) decision.holds[mandate.id] = amount
  }
  const asked = waiting.flatMap(({ cells }) => cells)
  ask(
    world,
    decision,
    uncovered.filter(cell => !asked.some(one => isAbout(one, cell))),
  )
}

/** Rule 9: an answer counts from the meeting that gave it, whenever it is entered; so do the mandates that cover. */
function dayHeard(world: World, decision: WorldDecision, shares: Shares): number {
  const answers = world.referrals.filter(one => one.decision === decision.id && one.state === 'APPROVED')
  const covering = decision.cells.flatMap(({ way, row }) => {
    if (way === 'uncovered') return []
    if (way !== 'together') return [way]
    const givers = shares(decision.id, row.organisation.id).map(({ mandateId }) => mandateId)
    return world.mandates.filter(({ id }) => givers.includes(id))
  })
  return Math.max(
    decision.taken,
    ...answers.flatMap(({ answeredOn, acceptedOn }) => [answeredOn, acceptedOn]),
    ...covering.flatMap(({ from, sourceDay }) => [from, sourceDay]),
  )
}

/** Its draws count as released, and what it replaces as given way. */
function checkAgain(world: World, decision: WorldDecision, on: number) {
  decision.holds = {}
  const earlier = world.decisions.find(({ id, state }) => id === decision.replaces && standing.includes(state))
  const unspent = (mandate: ModelMandate) =>
    Math.max(0, (earlier?.holds[mandate.id] ?? 0) - (decision.spent[mandate.id] ?? 0))
  const left = (mandate: ModelMandate) => mandate.total - heldOn(world, mandate)
  const days = { taken: decision.taken, on }
  decision.cells = modelCheck(decision, world.mandates, days, mandate => left(mandate) + unspent(mandate))
  return { earlier, unspent, left }
}

const standing = ['EFFECTIVE', 'CONDITIONAL']
const pending = ['OPEN', 'ON_CONDITIONS']

/** Rule 7. */
function giveWay(world: World, earlier: WorldDecision, unspent: (mandate: ModelMandate) => number): void {
  for (const mandate of world.mandates) {
    const kept = (earlier.holds[mandate.id] ?? 0) - unspent(mandate)
    if (kept > 0) earlier.holds[mandate.id] = kept
    else delete earlier.holds[mandate.id]
  }
  const waited = earlier.state === 'CONDITIONAL'
  earlier.state = 'SUPERSEDED'
  if (waited) giveUpAsking(world, earlier)
}

/** Nobody is asked any longer, and what was given for this decision alone is taken back. */
function giveUpAsking(world: World, decision: WorldDecision): void {
  for (const referral of world.referrals) {
    if (referral.decision === decision.id && pending.includes(referral.state)) referral.state = 'WITHDRAWN'
  }
  for (const mandate of world.mandates) {
    if (mandate.onlyDecision === decision.id && mandate.revokedFrom === Infinity) mandate.revokedFrom = world.today
  }
}

/** Every pending decision that binds the mandate's organisation, or a department of it, the oldest first. */
function settleTouched(world: World, mandate: ModelMandate, shares: Shares): void {
  for (const decision of boundBy(world, mandate)) {
    if (decision.state === 'CONDITIONAL') settle(world, decision, shares)
  }
}

const boundBy = (world: World, { organisation: given }: ModelMandate): WorldDecision[] =>
  world.decisions.filter(({ rows }) =>
    rows.some(({ organisation }) => [organisation.id, organisation.municipality].includes(given.id)),
  )

/** One referral to each deciding body: the organisation's own, a department's municipality's. */
function ask(world: World, decision: WorldDecision, cells: ModelCell[]): void {
  const askedOf = ({ row }: ModelCell) => row.organisation.municipality ?? row.organisation.id
  for (const asked of new Set(cells.map(askedOf))) {
    world.referrals.push({
      id: world.referrals.length + 1,
      decision: decision.id,
      asked,
      cells: cells
        .filter(cell => askedOf(cell) === asked)
        .map(({ row, kind }) => ({ organisation: row.organisation, kind, amount: row.amount })),
      state: 'OPEN',
      answeredOn: -Infinity,
      acceptedOn: -Infinity,
    })
  }
}

function wantedBy(decision: WorldDecision, shares: Shares): Record<number, number> {
  const wanted: Record<number, number> = {}
  for (const { row, kind, way } of decision.cells) {
    if (kind !== 'economic' || way === 'uncovered') continue
    const parts =
      way === 'together' ? shares(decision.id, row.organisation.id) : [{ mandateId: way.id, amount: row.amount }]
    for (const { mandateId, amount } of parts) wanted[mandateId] = (wanted[mandateId] ?? 0) + amount
  }
  return wanted
}

export const heldOn = (world: World, mandate: ModelMandate): number =>
  world.decisions.reduce((sum, decision) => sum + (decision.holds[mandate.id] ?? 0), 0)

const isAbout = (asked: { organisation: ModelOrganisation; kind: Kind }, cell: ModelCell): boolean =>
  asked.organisation.id === cell.row.organisation.id && asked.kind === cell.kind

function decisionOf(world: World, referral: WorldReferral): WorldDecision {
  const decision = world.decisions.find(({ id }) => id === referral.decision)
  if (!decision) throw new Error(`no decision ${referral.decision}`)
  return decision
}

const unique = (organisations: ModelOrganisation[]): ModelOrganisation[] =>
  organisations.filter((one, index) => organisations.findIndex(({ id }) => id === one.id) === index)
