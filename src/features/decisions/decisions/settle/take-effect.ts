import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { enterMovements, heldBy, type MandateCheck, storedCheck } from '../../mandates/index.ts'
import { stands } from '../decision-state.ts'
import { acceptConditions } from './conditions.ts'
import { revokeOneOffs, withdrawReferrals } from './end-waiting.ts'
import type { LoadedDecision } from './load-decisions.ts'
import { freedBy } from './pending-decision.ts'
import { type Held, movementsBetween, wantedBy, withinRoom } from './settle-rules.ts'

/**
 * What a decision's taking effect brings with it: what it reverses or replaces gives way, its own draws are entered in
 * full, and conditions that it accepts are accepted. The caller has set the decision's state.
 * @returns `waiting`: a decision whose conditions it accepted, to be settled next
 */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  check: MandateCheck,
): Promise<{ waiting: number | null; events: NewEvent[] }> {
  const events = await supersedeEarlier(tx, actor, decision)
  await hold(tx, actor, decision.id, wantedBy(check))
  const accepted = await acceptConditions(tx, actor, decision)
  return { waiting: accepted.waiting, events: [...events, ...accepted.events] }
}

/** What is covered is drawn while the rest is awaited, so that nobody else counts on it. */
export async function holdWhileWaiting(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  check: MandateCheck,
): Promise<void> {
  const wanted = wantedBy(check)
  const own = await heldBy(rowReaderIn(tx), decision.id)
  await hold(tx, actor, decision.id, withinRoom(wanted, await roomsFor(tx, [...wanted.keys()], own)))
}

async function hold(tx: Tx, actor: Actor, decisionId: number, wanted: Held): Promise<void> {
  await enterMovements(tx, decisionId, movementsBetween(await heldBy(rowReaderIn(tx), decisionId), wanted), actor.at)
}

/** What each mandate has left to draw on, apart from what the decision itself holds. */
async function roomsFor(tx: Tx, mandateIds: number[], own: Held): Promise<Map<number, number>> {
  const mandates = await tx.mandate.findMany({ where: { id: { in: mandateIds }, total: { not: null } } })
  return new Map(
    mandates.map(({ id, total, adjusted, drawn }) => [
      id,
      Number((total ?? 0n) + adjusted - drawn) + (own.get(id) ?? 0),
    ]),
  )
}

/** The earlier decision stays in the register, marked; what was drawn and not spent is released. */
async function supersedeEarlier(tx: Tx, actor: Actor, later: LoadedDecision): Promise<NewEvent[]> {
  if (later.replacesId === null) return []
  const earlier = await tx.decision.findUniqueOrThrow({ where: { id: later.replacesId } })
  if (!stands(earlier)) return []
  const freed = await freedBy(rowReaderIn(tx), later)
  const verb = later.replacementKind === 'REVERSES' ? 'omgjort' : 'erstattet'
  const told = `Beslutning ${earlier.number} er ${verb} ved beslutning ${later.number}.`
  await tx.decision.update({
    where: { id: earlier.id },
    data: { state: 'SUPERSEDED', supersededById: later.id, version: { increment: 1 } },
  })
  await enterMovements(
    tx,
    earlier.id,
    [...freed].map(([mandateId, amount]) => ({ mandateId, kind: 'RELEASE' as const, amount })),
    actor.at,
  )
  return [
    event('decisionSuperseded', 'decision', earlier.id, {
      before: { state: earlier.state },
      after: { state: 'SUPERSEDED', by: later.number, kind: later.replacementKind, released: [...freed] },
    }),
    ...(await withdrawReferrals(tx, actor, earlier.id, told)),
    ...(earlier.state === 'CONDITIONAL' ? await revokeOneOffs(tx, actor, earlier.id, told) : []),
  ]
}

/**
 * A decision that reversed or replaced another is taken back: the other stands as before, and draws again what it had
 * released. The database refuses it when another decision has used that meanwhile.
 */
export async function restoreEarlier(tx: Tx, actor: Actor, later: { id: number; number: string }): Promise<NewEvent[]> {
  const earlier = await tx.decision.findFirst({ where: { supersededById: later.id, state: 'SUPERSEDED' } })
  if (!earlier) return []
  if (earlier.effectiveOn === null)
    throw brokenRule(
      `Beslutning ${earlier.number} ventede på godkendelse, da den blev omgjort, og kan ikke komme til at gælde igen. Træf en ny beslutning.`,
    )
  const check = storedCheck(await lastCheck(tx, earlier.id))
  await hold(tx, actor, earlier.id, wantedBy(check))
  await tx.decision.update({
    where: { id: earlier.id },
    data: { state: 'EFFECTIVE', supersededById: null, version: { increment: 1 } },
  })
  return [
    event('decisionRestored', 'decision', earlier.id, {
      before: { state: 'SUPERSEDED', by: later.number },
      after: { state: 'EFFECTIVE' },
    }),
  ]
}

/** The check by which the decision took effect, as it was stored. */
async function lastCheck(tx: Tx, decisionId: number): Promise<string> {
  const last = await tx.decisionCheck.findFirst({ where: { decisionId }, orderBy: { id: 'desc' } })
  if (last) return last.content
  return (await tx.decision.findUniqueOrThrow({ where: { id: decisionId } })).check
}
