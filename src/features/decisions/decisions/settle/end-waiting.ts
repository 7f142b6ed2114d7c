import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { placeOnNextAgenda } from '../../../meetings/meetings/index.ts'
import { releaseDraws } from '../../mandates/index.ts'
import type { LoadedDecision } from './load-decisions.ts'
import { waitingWhere } from './referral-state.ts'

/** Nobody is asked any longer: referrals without an answer, and conditions that nobody will accept, are taken back. */
export async function withdrawReferrals(tx: Tx, actor: Actor, decisionId: number, why: string): Promise<NewEvent[]> {
  const open = await tx.referral.findMany({
    where: { decisionId, ...waitingWhere },
    orderBy: { id: 'asc' },
  })
  for (const { id } of open)
    await tx.referral.update({
      where: { id },
      data: { withdrawnAt: actor.at, withdrawnWhy: why, version: { increment: 1 } },
    })
  return open.map(({ id, number }) => event('referralWithdrawn', 'referral', id, { after: { number, why } }))
}

/** A mandate given for one decision has no purpose once that decision is gone. */
export async function revokeOneOffs(tx: Tx, actor: Actor, decisionId: number, reason: string): Promise<NewEvent[]> {
  const given = await tx.mandate.findMany({ where: { onlyDecisionId: decisionId, revokedFrom: null } })
  for (const { id } of given)
    await tx.mandate.update({
      where: { id },
      data: {
        revokedFrom: actor.today,
        revokedReason: reason,
        revokedById: actor.personId,
        revokedAt: actor.at,
        version: { increment: 1 },
      },
    })
  return given.map(({ id }) => event('mandateRevoked', 'mandate', id, { after: { from: actor.today, reason } }))
}

export async function closeFollowUps(tx: Tx, actor: Actor, decisionId: number, note: string): Promise<void> {
  await tx.followUp.updateMany({
    where: { decisionId, closedAt: null },
    data: { closedAt: actor.at, closedById: personIdOf(actor), closedNote: note },
  })
}

/**
 * One deciding body has said no: the decision lapses, what it drew is released, nobody else is asked, and the matter
 * comes on the body's next agenda by itself.
 * @param why a sentence for people, with who declined and the reason
 */
export async function lapse(
  tx: Tx,
  actor: Actor,
  decision: LoadedDecision,
  why: string,
  referralId: number,
): Promise<NewEvent[]> {
  const { id, number } = decision
  const told = `Beslutning ${number} er bortfaldet.`
  await tx.decision.update({ where: { id }, data: { state: 'LAPSED', version: { increment: 1 } } })
  await releaseDraws(tx, id, actor.at)
  const events = [
    event('decisionLapsed', 'decision', id, { before: { state: decision.state }, after: { state: 'LAPSED', why } }),
    ...(await withdrawReferrals(tx, actor, id, told)),
    ...(await revokeOneOffs(tx, actor, id, told)),
  ]
  await closeFollowUps(tx, actor, id, told)
  const { bodyId, caseId, strategy, professionalDevelopment, coordination, closed } = decision
  const placed = await placeOnNextAgenda(tx, actor, {
    bodyId,
    caseId,
    title: `Bortfaldet beslutning ${number}: ${decision.title}`,
    kind: 'DECISION',
    strategy,
    professionalDevelopment,
    coordination,
    closed,
    closedReason: closed ? (decision.closedReason ?? 'Som da beslutningen blev truffet') : null,
    publicTitle: closed ? `Bortfaldet beslutning ${number}: ${decision.publicTitle ?? 'Lukket punkt'}` : null,
    presentation: `${why}\n\nBeslutningen er derfor bortfaldet, og det, den havde trukket på mandaterne, er frigivet.\n\nBeslutningen lød:\n\n${quoted(decision.text)}`,
    recommendation:
      'Det indstilles, **at** gruppen drøfter, om der skal træffes en ny beslutning i sagen, eller om den skal afsluttes.',
    referralId,
  })
  return [...events, ...placed]
}

/** The lines stand indented below what introduces them. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '' : `    ${line}`))
    .join('\n')
