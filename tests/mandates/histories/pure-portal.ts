import type { ReferralState } from '../../../src/features/decisions/decisions/settle/referral-state.ts'
import {
  coveredMeanwhile,
  dayOfEffect,
  mandatesIn,
  movementsBetween,
  requestsFor,
  settle,
  unspentOf,
  waitsForNothingElse,
  wantedBy,
  withinRoom,
} from '../../../src/features/decisions/decisions/settle/settle-rules.ts'
import {
  type CheckFacts,
  type ConsequenceRow,
  checkMandates,
  type MandateCheck,
} from '../../../src/features/decisions/mandates/check/mandate-check.ts'
import { holdsFrom } from '../../../src/features/decisions/mandates/mandate-period.ts'
import type { ConsequenceKind, MandateFacts } from '../../../src/features/decisions/mandates/mandate-rules.ts'
import { addDays, type Day, day } from '../../../src/kernel/days.ts'
import { oere } from '../../../src/kernel/money.ts'
import { everyone } from '../facts.ts'
import { observedCells } from '../reference/compare.ts'
import type { Given } from '../reference/model-world.ts'
import type { NewDecision, Observation, Portal, ReplacementOf } from './portal.ts'

interface Decision {
  id: number
  rows: ConsequenceRow[]
  about: Omit<CheckFacts, 'organisations' | 'freed'> & { taken: Day }
  state: 'EFFECTIVE' | 'CONDITIONAL' | 'LAPSED' | 'SUPERSEDED'
  effectiveOn: Day | null
  check: MandateCheck
  replacement: ReplacementOf | null
}

interface Referral {
  id: number
  decisionId: number
  giver: number
  cells: { organisationId: number; kind: ConsequenceKind; amount: number | null }[]
  state: ReferralState
  answeredOn: Day | null
  acceptedOn: Day | null
}

interface Entry {
  mandateId: number
  decisionId: number | null
  kind: 'DRAW' | 'RELEASE' | 'RAISE' | 'LOWER'
  amount: number
}

const dayZero = day('2026-01-01')
export const dayAt = (counted: number): Day => addDays(dayZero, counted)
const dayOrNull = (counted: number): Day | null => (Number.isFinite(counted) ? dayAt(counted) : null)
export const countedOf = (date: Day): number => Math.round((Date.parse(date) - Date.parse(dayZero)) / 86_400_000)

/** The portal's own pure rules over lists in memory, in the place of its acts: no database, thousands a second. */
export class PurePortal implements Portal {
  private today = dayZero
  private mandates: MandateFacts[] = []
  private decisions: Decision[] = []
  private referrals: Referral[] = []
  private entries: Entry[] = []

  /** @param arrange the order in which the mandates come from storage: it never matters */
  constructor(private readonly arrange: (mandates: MandateFacts[]) => MandateFacts[]) {}

  pass(today: number): void {
    this.today = dayAt(today)
  }

  give(given: Given): void {
    const mandate = this.enterMandate(given)
    if (mandate.activated) this.settleCovered(mandate)
  }

  private enterMandate(given: Given): MandateFacts {
    const to = everyone.find(({ position }) => position === given.organisation.id)
    if (!to) throw new Error(`no organisation ${given.organisation.id}`)
    const id = this.mandates.length + 1
    const mandate: MandateFacts = {
      id,
      number: `${given.year}-A${String(id).padStart(2, '0')}`,
      organisationId: to.id,
      organisationParentId: to.parentId,
      givenById: everyone.find(({ position }) => position === given.givenBy)?.id ?? null,
      activated: given.activated,
      economic: given.covers.includes('economic'),
      legal: given.covers.includes('legal'),
      organisational: given.covers.includes('organisational'),
      limitPerDecision: Number.isFinite(given.limit) ? oere(given.limit) : null,
      total: Number.isFinite(given.total) ? oere(given.total) : null,
      adjusted: oere(0),
      drawn: oere(0),
      partialCover: given.partial,
      from: dayAt(given.from),
      to: dayOrNull(given.to),
      sourceDay: dayAt(given.sourceDay),
      revokedFrom: null,
      supersededFrom: null,
      supersededBy: null,
      strategy: given.tasks.includes('strategy'),
      professionalDevelopment: given.tasks.includes('professionalDevelopment'),
      coordination: given.tasks.includes('coordination'),
      subjectAreaIds: given.subjects,
      areaIds: given.areas,
      caseId: given.case,
      onlyDecisionId: given.onlyDecision,
    }
    this.mandates.push(mandate)
    return mandate
  }

  activate(mandate: number): void {
    this.mandate(mandate).activated = true
    this.settleCovered(this.mandate(mandate))
  }

  supersede(id: number, later: Given): void {
    const given = this.enterMandate(later)
    const mandate = this.mandate(id)
    mandate.supersededFrom = dayAt(later.from)
    mandate.supersededBy = given.number
    this.settleTouched(mandate)
    this.settleCovered(given)
  }

  revoke(id: number, from: number): void {
    const mandate = this.mandate(id)
    mandate.revokedFrom = dayAt(from)
    this.settleTouched(mandate)
  }

  adjust(mandateId: number, by: number): boolean {
    const { total, adjusted, drawn } = this.mandate(mandateId)
    if (total !== null && total + adjusted + by < drawn) return false
    this.enter({ mandateId, decisionId: null, kind: by < 0 ? 'LOWER' : 'RAISE', amount: Math.abs(by) })
    if (by > 0) this.settleCovered(this.mandate(mandateId))
    return true
  }

  record(told: NewDecision, replacement: ReplacementOf | null, takenOn: number): void {
    const rows = told.rows.map(
      ({ organisation, amount, legal, organisational }): ConsequenceRow => ({
        organisationId: everyone.find(({ position }) => position === organisation.id)?.id ?? 0,
        amount: amount > 0 ? oere(amount) : null,
        legal: legal ? 'Aftale' : null,
        organisational: organisational ? 'Vagtordning' : null,
      }),
    )
    const id = this.decisions.length + 1
    const taken = dayAt(takenOn)
    const about = {
      tasks: {
        strategy: told.tasks.includes('strategy'),
        professionalDevelopment: told.tasks.includes('professionalDevelopment'),
        coordination: told.tasks.includes('coordination'),
      },
      subjectAreaIds: told.subjects,
      areaIds: told.areas,
      caseId: told.case,
      decisionId: id,
      taken,
    }
    const check = this.check([], about, new Map(), taken) // until it is settled, a line below
    const decision: Decision = { id, rows, about, state: 'CONDITIONAL', effectiveOn: null, check, replacement }
    this.decisions.push(decision)
    this.settle(decision, { on: taken })
  }

  approve(id: number, on: number): boolean {
    return this.unlessUncovered(id, () => this.giveOneOffs(id, dayAt(on)))
  }

  approveStanding(id: number, given: Given): boolean {
    return this.unlessUncovered(id, () => {
      const referral = this.referral(id)
      Object.assign(referral, { state: 'APPROVED', answeredOn: dayAt(given.sourceDay) })
      const mandate = this.enterMandate(given)
      this.settle(this.decision(referral.decisionId), { heard: true })
      return mandate
    })
  }

  approveOnConditions(id: number, on: number): void {
    const referral = this.referral(id)
    Object.assign(referral, { state: 'ON_CONDITIONS', answeredOn: dayAt(on) })
    this.settle(this.decision(referral.decisionId))
  }

  acceptConditions(id: number, on: number): void {
    this.giveOneOffs(id, dayAt(on))
  }

  refuseConditions(id: number): void {
    this.decline(id)
  }

  decline(id: number): void {
    const referral = this.referral(id)
    referral.state = 'DECLINED'
    this.settle(this.decision(referral.decisionId))
  }

  recheck(id: number): void {
    const decision = this.decision(id)
    const facts = { check: this.checkNow(decision), referrals: this.referralsOf(decision) }
    for (const one of coveredMeanwhile(facts)) this.referral(one.id).state = 'WITHDRAWN'
    this.settle(decision)
  }

  observe(): Observation {
    return {
      mandates: this.mandates.map(({ id, total, adjusted, drawn }) => ({
        id,
        drawn,
        adjusted,
        total: total ?? Infinity,
        entries: { draws: this.sum(id, 'DRAW', 'RELEASE'), adjusts: this.sum(id, 'RAISE', 'LOWER') },
      })),
      decisions: this.decisions.map(({ id, state, effectiveOn, check }) => ({
        id,
        state,
        effectiveOn: effectiveOn === null ? null : countedOf(effectiveOn),
        holds: Object.fromEntries(this.heldBy(id)),
        cells: observedCells(check, one => one),
      })),
      referrals: this.referrals.map(({ id, decisionId, state, cells }) => ({
        id,
        decision: decisionId,
        state,
        cells: cells.map(({ organisationId, kind, amount }) => ({ organisation: organisationId, kind, amount })),
      })),
    }
  }

  /** An approval after which something that was asked about is still uncovered is refused. */
  private unlessUncovered(id: number, approve: () => MandateFacts | undefined): boolean {
    const copy = <T>(list: T[]): T[] => list.map(one => ({ ...one }))
    const [mandates, decisions] = [copy(this.mandates), copy(this.decisions)]
    const [referrals, entries] = [copy(this.referrals), [...this.entries]]
    const standing = approve()
    const { cells: asked, decisionId } = this.referral(id)
    const cells = observedCells(this.decision(decisionId).check, one => one)
    const helped = asked.every(one =>
      cells.some(cell => cell.organisation === one.organisationId && cell.kind === one.kind && cell.parts !== null),
    )
    if (!helped) Object.assign(this, { mandates, decisions, referrals, entries })
    else if (standing) this.settleCovered(standing)
    return helped
  }

  private giveOneOffs(id: number, on: Day): undefined {
    const referral = this.referral(id)
    if (referral.state === 'OPEN') referral.answeredOn = on
    else referral.acceptedOn = on
    referral.state = 'APPROVED'
    for (const organisationId of new Set(referral.cells.map(cell => cell.organisationId))) {
      const cells = referral.cells.filter(cell => cell.organisationId === organisationId)
      const amount = cells.find(cell => cell.kind === 'economic')?.amount ?? Infinity
      const position = (wanted: number) => everyone.find(one => one.id === wanted)?.position ?? 0
      this.enterMandate({
        year: 2026,
        organisation: { id: position(organisationId), municipality: null },
        givenBy: position(referral.giver),
        sourceDay: countedOf(referral.answeredOn ?? on),
        covers: cells.map(cell => cell.kind),
        limit: amount,
        total: amount,
        tasks: [],
        subjects: [],
        areas: [],
        case: null,
        onlyDecision: referral.decisionId,
        partial: false,
        activated: true,
        from: countedOf(referral.answeredOn ?? on),
        to: Infinity,
      })
    }
    this.settle(this.decision(referral.decisionId), { heard: true })
  }

  private settle(decision: Decision, { on = this.today, heard = false } = {}): void {
    if (decision.state !== 'CONDITIONAL') return
    const freed = this.freedBy(decision.replacement)
    const own = this.heldBy(decision.id)
    const check = this.checkNow(decision, on)
    const referrals = this.referralsOf(decision)
    const settled = settle({ check, referrals })
    if (settled.state === 'LAPSED') {
      decision.state = 'LAPSED'
      this.hold(decision.id, new Map())
      this.giveUpAsking(decision.id)
      return
    }
    decision.check = check
    if (settled.state === 'EFFECTIVE') {
      Object.assign(decision, { state: 'EFFECTIVE', effectiveOn: heard ? this.dayHeard(decision) : on })
      this.giveWay(decision.replacement, freed)
      this.hold(decision.id, wantedBy(check))
      return
    }
    const rooms = this.mandates.flatMap(({ id, total, adjusted, drawn }): [number, number][] =>
      total === null ? [] : [[id, total + adjusted - drawn + (own.get(id) ?? 0)]],
    )
    this.hold(decision.id, withinRoom(wantedBy(check), new Map(rooms)))
    for (const { bodyId, gaps } of requestsFor(settled.refer)) {
      this.referrals.push({
        id: this.referrals.length + 1,
        decisionId: decision.id,
        giver: (bodyId ?? 100) - 100,
        cells: gaps.map(({ organisationId, kind, amount }) => ({ organisationId, kind, amount })),
        state: 'OPEN',
        answeredOn: null,
        acceptedOn: null,
      })
    }
  }

  private dayHeard({ id, about, check }: Decision): Day {
    const approved = this.referrals.filter(({ decisionId, state }) => decisionId === id && state === 'APPROVED')
    const covering = mandatesIn(check)
    return dayOfEffect({
      decidedOn: about.taken,
      approvedOn: approved.flatMap(({ answeredOn }) => answeredOn ?? []),
      acceptedOn: approved.flatMap(({ acceptedOn }) => acceptedOn ?? []),
      coveredFrom: this.mandates.filter(({ number }) => covering.includes(number)).map(holdsFrom),
      today: this.today,
    })
  }

  private settleTouched({ organisationId }: MandateFacts): void {
    for (const decision of this.boundBy(organisationId)) this.settle(decision)
  }

  /** A mandate has come, or more is given: what lacks nothing by now takes effect. */
  private settleCovered({ organisationId }: MandateFacts): void {
    for (const decision of this.boundBy(organisationId)) {
      if (decision.state !== 'CONDITIONAL') continue
      const facts = { check: this.checkNow(decision), referrals: this.referralsOf(decision) }
      if (waitsForNothingElse(facts)) this.recheck(decision.id)
    }
  }

  private boundBy(organisationId: number): Decision[] {
    return this.decisions.filter(decision =>
      decision.rows.some(row => {
        const parentId = everyone.find(({ id }) => id === row.organisationId)?.parentId
        return row.organisationId === organisationId || parentId === organisationId
      }),
    )
  }

  private referralsOf(decision: Decision): Referral[] {
    return this.referrals.filter(({ decisionId }) => decisionId === decision.id)
  }

  private checkNow(decision: Decision, on = this.today): MandateCheck {
    const freed = this.freedBy(decision.replacement)
    const own = this.heldBy(decision.id)
    return this.check(decision.rows, decision.about, new Map([...freed, ...this.plus(own, freed)]), on)
  }

  private check(rows: ConsequenceRow[], about: Decision['about'], freed: Map<number, number>, on: Day): MandateCheck {
    const back = [...freed].map(([mandateId, amount]) => ({ mandateId, amount: oere(amount) }))
    return checkMandates(rows, this.arrange(this.mandates), { ...about, organisations: everyone, freed: back }, on)
  }

  private freedBy(replacement: ReplacementOf | null): Map<number, number> {
    const earlier = replacement && this.decision(replacement.replaces)
    if (!earlier || (earlier.state !== 'EFFECTIVE' && earlier.state !== 'CONDITIONAL')) return new Map()
    const spent = Object.entries(replacement.spent).map(([id, amount]): [number, number] => [Number(id), amount])
    return unspentOf(this.heldBy(earlier.id), new Map(spent))
  }

  private giveWay(replacement: ReplacementOf | null, freed: Map<number, number>): void {
    const earlier = replacement && this.decision(replacement.replaces)
    if (!earlier || (earlier.state !== 'EFFECTIVE' && earlier.state !== 'CONDITIONAL')) return
    const waited = earlier.state === 'CONDITIONAL'
    earlier.state = 'SUPERSEDED'
    for (const [mandateId, amount] of freed) this.enter({ mandateId, decisionId: earlier.id, kind: 'RELEASE', amount })
    if (waited) this.giveUpAsking(earlier.id)
  }

  private giveUpAsking(decisionId: number): void {
    for (const referral of this.referrals) {
      const waits = referral.state === 'OPEN' || referral.state === 'ON_CONDITIONS'
      if (referral.decisionId === decisionId && waits) referral.state = 'WITHDRAWN'
    }
    for (const mandate of this.mandates) {
      if (mandate.onlyDecisionId === decisionId) mandate.revokedFrom ??= this.today
    }
  }

  private hold(decisionId: number, wanted: ReadonlyMap<number, number>): void {
    for (const movement of movementsBetween(this.heldBy(decisionId), wanted)) this.enter({ ...movement, decisionId })
  }

  /** As the database would: an entry changes its mandate's sum, and none takes it out of bounds. */
  private enter(entry: Entry): void {
    if (!(entry.amount > 0)) throw new Error(`an entry of ${entry.amount}`)
    const mandate = this.mandate(entry.mandateId)
    this.entries.push(entry)
    mandate.drawn = oere(this.sum(mandate.id, 'DRAW', 'RELEASE'))
    mandate.adjusted = oere(this.sum(mandate.id, 'RAISE', 'LOWER'))
    if (mandate.drawn < 0 || (mandate.total !== null && mandate.drawn > mandate.total + mandate.adjusted)) {
      throw new Error(`mandate ${mandate.id} would be drawn to ${mandate.drawn}`)
    }
  }

  private sum(mandateId: number, adds: Entry['kind'], takes: Entry['kind']): number {
    let sum = 0
    for (const entry of this.entries) {
      if (entry.mandateId !== mandateId) continue
      if (entry.kind === adds) sum += entry.amount
      if (entry.kind === takes) sum -= entry.amount
    }
    return sum
  }

  private heldBy(decisionId: number): Map<number, number> {
    const held = new Map<number, number>()
    for (const entry of this.entries) {
      if (entry.decisionId !== decisionId) continue
      held.set(entry.mandateId, (held.get(entry.mandateId) ?? 0) + (entry.kind === 'DRAW' ? 1 : -1) * entry.amount)
    }
    return new Map([...held].filter(([, amount]) => amount !== 0))
  }

  private plus(one: Map<number, number>, other: Map<number, number>): [number, number][] {
    return [...one].map(([id, amount]) => [id, amount + (other.get(id) ?? 0)])
  }

  private mandate = (id: number): MandateFacts => found(this.mandates, id)
  private decision = (id: number): Decision => found(this.decisions, id)
  private referral = (id: number): Referral => found(this.referrals, id)
}

function found<T extends { id: number }>(list: T[], wanted: number): T {
  const one = list.find(({ id }) => id === wanted)
  if (!one) throw new Error(`none has the number ${wanted}`)
  return one
}
