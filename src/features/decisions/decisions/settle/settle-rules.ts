import type { Day } from '../../../../kernel/days.ts'
import type { Oere } from '../../../../kernel/money.ts'
import {
  type CheckedRow,
  type ConsequenceKind,
  type Draw,
  drawsOf,
  type MandateCheck,
  type MandateMovement,
  type NotCovered,
} from '../../mandates/index.ts'

import { isWaiting, type ReferralState } from './referral-state.ts'

/** One cell of organisation × consequence. */
export interface Cell {
  organisationId: number
  kind: ConsequenceKind
}

/** An uncovered cell, and the deciding body that can give what is missing. */
export interface Gap extends Cell {
  organisation: string
  /** In øre, the row's whole amount; null: the cell is not economic. */
  amount: Oere | null
  verdict: NotCovered
}

export interface ReferralFacts {
  id: number
  state: ReferralState
  cells: Cell[]
}

/** A decision subject to approval: its check as things stand now, without its own draws, and what has been asked. */
export interface PendingFacts {
  check: MandateCheck
  referrals: ReferralFacts[]
}

export type Settlement =
  | { state: 'EFFECTIVE' }
  /** The referral that was declined. */
  | { state: 'LAPSED'; declined: number }
  | {
      state: 'WAITING'
      /** Referrals without an answer, and those whose conditions the group is to accept. */
      answers: number[]
      acceptances: number[]
      /** Uncovered cells that nobody has been asked about: they are referred now. */
      refer: Gap[]
    }

/**
 * What a decision subject to approval comes to (§7, R65–R67). Declined by one: it lapses. Covered everywhere, with
 * nothing left to be answered or accepted: it takes effect. Otherwise it waits, and no uncovered cell is left unasked.
 */
export function settle({ check, referrals }: PendingFacts): Settlement {
  const declined = referrals.filter(({ state }) => state === 'DECLINED').map(({ id }) => id)
  const [first] = declined.sort((a, b) => a - b)
  if (first !== undefined) return { state: 'LAPSED', declined: first }
  const waiting = referrals.filter(isWaiting)
  const asked = new Set(waiting.flatMap(({ cells }) => cells.map(keyOf)))
  const gaps = gapsIn(check)
  if (gaps.length === 0 && waiting.length === 0) return { state: 'EFFECTIVE' }
  return {
    state: 'WAITING',
    answers: waiting.filter(({ state }) => state === 'OPEN').map(({ id }) => id),
    acceptances: waiting.filter(({ state }) => state === 'ON_CONDITIONS').map(({ id }) => id),
    refer: gaps.filter(gap => !asked.has(keyOf(gap))),
  }
}

/** Open referrals of which nothing is uncovered any longer: whoever was asked need not answer. */
export function coveredMeanwhile({ check, referrals }: PendingFacts): ReferralFacts[] {
  const open = new Set(gapsIn(check).map(keyOf))
  return referrals.filter(({ state, cells }) => state === 'OPEN' && !cells.some(cell => open.has(keyOf(cell))))
}

/** Everything is covered, and no conditions are left to be accepted: at most answers that are not needed are missing. */
export const waitsForNothingElse = ({ check, referrals }: PendingFacts): boolean =>
  gapsIn(check).length === 0 && !referrals.some(({ state }) => state === 'ON_CONDITIONS' || state === 'DECLINED')

/** The numbers of the mandates that cover these cells, each once, in the order of the cells. */
export function coveringIn(check: MandateCheck, cells: readonly Cell[]): string[] {
  const numbers = cells.flatMap(({ organisationId, kind }) => {
    const row = check.rows.find(one => one.organisationId === organisationId)
    const verdict = row && verdictOf(row, kind)
    if (verdict?.state !== 'COVERED') return []
    return verdict.parts?.map(({ mandate }) => mandate) ?? [verdict.mandate]
  })
  return [...new Set(numbers)]
}

/**
 * The day from which a decision holds that an answer was the last to be missing: the meeting day of the body that gave
 * it, or on which the group accepted its conditions, not the day on which somebody entered it. Never before the decision
 * was made or before a mandate that covers it began to hold, and never after today.
 */
export function dayOfEffect({ decidedOn, approvedOn, acceptedOn, coveredFrom, today }: EffectFacts): Day {
  const days = [...approvedOn, ...acceptedOn, ...coveredFrom]
  const latest = days.reduce((one, other) => (other > one ? other : one), decidedOn)
  return latest < today ? latest : today
}

export interface EffectFacts {
  decidedOn: Day
  /** The meeting days of the bodies that approved. */
  approvedOn: readonly Day[]
  /** The days from which the group's acceptances of conditions hold. */
  acceptedOn: readonly Day[]
  /** The first days that the mandates hold which cover the decision. */
  coveredFrom: readonly Day[]
  today: Day
}

/** The numbers of all mandates that cover something in a check. */
export const mandatesIn = (check: MandateCheck): string[] =>
  coveringIn(
    check,
    check.rows.flatMap(({ organisationId }) => cellKinds.map(kind => ({ organisationId, kind }))),
  )

const cellKinds = ['economic', 'legal', 'organisational'] as const

const keyOf = ({ organisationId, kind }: Cell): string => `${organisationId}/${kind}`

/** Every uncovered cell, in the order of the check's rows. */
export const gapsIn = (check: MandateCheck): Gap[] =>
  check.rows.flatMap(row =>
    (['economic', 'legal', 'organisational'] as const).flatMap((kind): Gap[] => {
      const verdict = verdictOf(row, kind)
      if (verdict.state !== 'NOT_COVERED') return []
      const { organisationId, organisation } = row
      return [{ organisationId, organisation, kind, amount: kind === 'economic' ? row.amount : null, verdict }]
    }),
  )

const verdictOf = (row: CheckedRow, kind: ConsequenceKind) =>
  kind === 'economic' ? row.economicVerdict : kind === 'legal' ? row.legalVerdict : row.organisationalVerdict

/** What one deciding body is asked in one referral. An organisation without a body in the portal is asked by itself. */
export interface Request {
  /** null: the organisation has no deciding body in the portal. */
  bodyId: number | null
  body: string
  gaps: Gap[]
}

/** One referral a deciding body, in the order in which the bodies are first missing. */
export function requestsFor(gaps: Gap[]): Request[] {
  const requests = new Map<string, Request>()
  for (const gap of gaps) {
    const { id, name } = gap.verdict.askBody
    const key = id === null ? `organisation/${gap.organisationId}` : `body/${id}`
    const request = requests.get(key) ?? { bodyId: id, body: name, gaps: [] }
    request.gaps.push(gap)
    requests.set(key, request)
  }
  return [...requests.values()]
}

/** What a decision holds of each mandate: what it drew less what it released, in øre. */
export type Held = ReadonlyMap<number, number>

/** Entries that bring a decision from what it holds of each mandate to what it is to hold, releases first. */
export function movementsBetween(held: Held, wanted: Held): MandateMovement[] {
  const mandates = [...new Set([...held.keys(), ...wanted.keys()])].sort((a, b) => a - b)
  const changes = mandates.map(mandateId => ({
    mandateId,
    by: (wanted.get(mandateId) ?? 0) - (held.get(mandateId) ?? 0),
  }))
  return [
    ...changes
      .filter(({ by }) => by < 0)
      .map(({ mandateId, by }) => ({ mandateId, kind: 'RELEASE' as const, amount: -by })),
    ...changes
      .filter(({ by }) => by > 0)
      .map(({ mandateId, by }) => ({ mandateId, kind: 'DRAW' as const, amount: by })),
  ]
}

/** What the check's covered amounts draw, by mandate. */
export const wantedBy = (check: MandateCheck): Map<number, number> =>
  new Map(drawsOf(check).map(({ mandateId, amount }: Draw) => [mandateId, amount]))

/**
 * While a decision waits that is to replace another, it holds only what there is room for beside the other's draw; the
 * rest of what the check counts on is the other's until it is released.
 * @param rooms what each mandate has left without the decision's own draw, in øre; none told: no bound
 */
export const withinRoom = (wanted: Held, rooms: Held): Map<number, number> =>
  new Map(
    [...wanted].map(([mandateId, amount]) => [
      mandateId,
      Math.max(0, Math.min(amount, rooms.get(mandateId) ?? Number.POSITIVE_INFINITY)),
    ]),
  )

/** What is left unspent of a replaced decision's draw, by mandate: it is released when the later one takes effect. */
export const unspentOf = (held: Held, spent: Held): Map<number, number> =>
  new Map(
    [...held]
      .map(([mandateId, amount]): [number, number] => [mandateId, amount - (spent.get(mandateId) ?? 0)])
      .filter(([, amount]) => amount > 0),
  )
