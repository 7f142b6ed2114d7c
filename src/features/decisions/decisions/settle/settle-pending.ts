import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { holdsFrom, type MandateCheck, mandateOf } from '../../mandates/index.ts'
import { lapse } from './end-waiting.ts'
import { type LoadedDecision, loadDecision } from './load-decisions.ts'
import { openReferrals } from './open-referrals.ts'
import { checkOn, referralFactsOf } from './pending-decision.ts'
import { referralStateOf } from './referral-state.ts'
import { declinedText } from './referral-texts.ts'
import { dayOfEffect, gapsIn, mandatesIn, settle } from './settle-rules.ts'
import { decisionOf } from './stored-rows.ts'
import { carryOut, holdWhileWaiting } from './take-effect.ts'

/** Why a check was made. */
export type CheckCause = 'recorded' | 'answered' | 'accepted' | 'revoked' | 'superseded' | 'covered' | 'asked'

interface Settled {
  events: NewEvent[]
  /** A decision whose conditions this one accepted by taking effect: it is settled next. */
  waiting: number | null
}

/**
 * Settles a decision subject to approval, in the transaction of what gave occasion: its own draws count as released, it
 * is checked again as things stand, and takes effect, waits on or lapses. A decision that does not wait is not touched.
 */
export async function settlePending(tx: Tx, actor: Actor, decisionId: number, cause: CheckCause): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  let next: { id: number; cause: CheckCause } | null = { id: decisionId, cause }
  while (next !== null) {
    const settled: Settled = await settleOne(tx, actor, next.id, next.cause)
    events.push(...settled.events)
    next = settled.waiting === null ? null : { id: settled.waiting, cause: 'accepted' }
  }
  return events
}

async function settleOne(tx: Tx, actor: Actor, decisionId: number, cause: CheckCause): Promise<Settled> {
  const decision = await loadDecision(rowReaderIn(tx), decisionId)
  if (decision.state !== 'CONDITIONAL') return { events: [], waiting: null }
  const referrals = referralFactsOf(decision)
  const check = await checkOn(rowReaderIn(tx), decision, actor.today)
  const settled = settle({ check, referrals })
  if (settled.state === 'LAPSED') {
    const why = await declinedText(tx, settled.declined)
    return { events: await lapse(tx, actor, decision, why, settled.declined), waiting: null }
  }
  await keepCheck(tx, actor, decisionId, check, cause)
  if (settled.state === 'EFFECTIVE') return takeEffect(tx, actor, decision, check, cause)
  await holdWhileWaiting(tx, actor, decision, check)
  return { events: await openReferrals(tx, actor, decision, settled.refer), waiting: null }
}

/** A decision just adopted within its mandates: it is in effect, with all that this brings with it. */
export async function begin(tx: Tx, actor: Actor, decision: LoadedDecision, check: MandateCheck): Promise<NewEvent[]> {
  const { events, waiting } = await carryOut(tx, actor, decision, check)
  return waiting === null ? events : [...events, ...(await settlePending(tx, actor, waiting, 'accepted'))]
}

/** A decision just adopted subject to approval: what is covered is drawn, what is not is put before those missing. */
export async function beginWaiting(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  check: MandateCheck,
): Promise<NewEvent[]> {
  await holdWhileWaiting(tx, actor, decision, check)
  return openReferrals(tx, actor, decision, gapsIn(check))
}

async function takeEffect(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  check: MandateCheck,
  cause: CheckCause,
): Promise<Settled> {
  const heard = cause === 'answered' || cause === 'accepted'
  const effectiveOn = heard ? await dayHeardOf(tx, actor, decision, check) : actor.today
  await tx.decision.update({
    where: { id: decision.id },
    data: { state: 'EFFECTIVE', effectiveOn, version: { increment: 1 } },
  })
  const took = event('decisionTookEffect', 'decision', decision.id, {
    before: { state: decision.state },
    after: { state: 'EFFECTIVE', effectiveOn },
  })
  const { events, waiting } = await carryOut(tx, actor, decision, check)
  return { events: [took, ...events], waiting }
}

/** What was missing last is a deciding body's answer, or the group's to its conditions: the meetings' days tell from when. */
async function dayHeardOf(tx: Tx, actor: Actor, decision: LoadedDecision, check: MandateCheck): Promise<Day> {
  const covering = await tx.mandate.findMany({ where: { number: { in: mandatesIn(check) } } })
  const approved = decision.referrals.filter(referral => referralStateOf(referral) === 'APPROVED')
  const accepting = await tx.decision.findMany({
    where: { id: { in: approved.flatMap(({ acceptedById }) => acceptedById ?? []) } },
  })
  return dayOfEffect({
    decidedOn: decision.decidedOn,
    approvedOn: approved.flatMap(({ answeredOn }) => answeredOn ?? []),
    acceptedOn: accepting.map(decisionOf).flatMap(({ effectiveOn }) => effectiveOn ?? []),
    coveredFrom: covering.map(mandateOf).map(holdsFrom),
    today: actor.today,
  })
}

export async function keepCheck(
  tx: Tx,
  actor: Actor,
  decisionId: number,
  check: MandateCheck,
  cause: CheckCause,
): Promise<void> {
  const content = JSON.stringify(check)
  await tx.decisionCheck.create({ data: { decisionId, on: check.on, at: actor.at, cause, content } })
}

/** Settles every decision that waits and binds the mandate's organisation or its departments, the oldest first. */
export async function settleTouched(
  tx: Tx,
  actor: Actor,
  mandateId: number,
  cause: 'revoked' | 'superseded',
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const id of await waitingOn(tx, mandateId)) events.push(...(await settlePending(tx, actor, id, cause)))
  return events
}

/** Decisions that wait and bind the mandate's organisation or its departments, the oldest first. */
export async function waitingOn(tx: Tx, mandateId: number): Promise<number[]> {
  const { organisationId } = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId } })
  const waiting = await tx.decision.findMany({
    where: {
      state: 'CONDITIONAL',
      consequences: { some: { organisation: { OR: [{ id: organisationId }, { parentId: organisationId }] } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return waiting.map(({ id }) => id)
}
