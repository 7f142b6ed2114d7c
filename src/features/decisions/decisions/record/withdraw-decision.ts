import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { sentence } from '../../../../kernel/text.ts'
import { refuseWithheld } from '../../../meetings/meetings/index.ts'
import { releaseDraws } from '../../mandates/index.ts'
import { stands, takenWhere } from '../decision-state.ts'
import { closeFollowUps, revokeOneOffs, withdrawReferrals } from '../settle/end-waiting.ts'
import { restoreEarlier } from '../settle/take-effect.ts'

export interface Withdrawal {
  decisionId: number
  version: number
  reason: string
}

/**
 * Takes back a decision that was entered by mistake, while the meeting is still in session. It stays in the register as
 * annulled, its number is never used again, and what it drew is released. What it had replaced stands again.
 */
export const withdrawDecision = (actor: Actor, { decisionId, version, reason }: Withdrawal): Promise<void> =>
  write(actor, async (tx, at) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId }, include: { meeting: true, body: true } })
    if (!decision) throw notFound()
    requireRight(actor, 'recordDecision', { body: decision.body })
    await refuseWithheld(tx, actor, decision.itemId)
    if (decision.meeting.state !== 'IN_SESSION')
      throw brokenRule(
        'En beslutning kan kun annulleres, mens mødet er i gang. Derefter ændres den ved en ny beslutning.',
      )
    if (!stands(decision)) throw brokenRule('Beslutningen gælder ikke længere og kan derfor ikke annulleres.')
    const accepted = await tx.referral.findFirst({ where: { acceptedById: decisionId }, include: { decision: true } })
    if (accepted)
      throw brokenRule(
        `Beslutningen har tiltrådt vilkårene for beslutning ${accepted.decision.number} og kan ikke annulleres. Omgør den ved en ny beslutning.`,
      )
    if (reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')

    const saved = await tx.decision.updateMany({
      where: { id: decisionId, version },
      data: { state: 'ANNULLED', effectiveOn: null, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ reason: '' }, decision.version)
    const told = `Beslutning ${decision.number} er annulleret. ${sentence(`Begrundelse: ${reason}`)}`
    await releaseDraws(tx, decisionId, at)
    const ended = [
      ...(await withdrawReferrals(tx, actor, decisionId, told)),
      ...(await revokeOneOffs(tx, actor, decisionId, told)),
      ...(await restoreEarlier(tx, actor, decision)),
    ]
    await closeFollowUps(tx, actor, decisionId, told)
    await outcomeAfter(tx, actor, decision.itemId, at)
    return {
      result: undefined,
      events: [
        event('decisionWithdrawn', 'decision', decisionId, {
          before: { state: decision.state },
          after: { state: 'ANNULLED', reason },
        }),
        ...ended,
      ],
    }
  })

/**
 * The item's outcome follows the decisions that are left under it. Without any it has none, and the meeting cannot close
 * over it; nor does it wait for an approval that none of them needed.
 */
async function outcomeAfter(tx: Tx, actor: Actor, itemId: number, at: Instant): Promise<void> {
  const left = await tx.decision.findMany({
    where: { itemId, ...takenWhere },
    select: { state: true, _count: { select: { referrals: true } } },
  })
  const pending = left.some(({ state, _count }) => state === 'CONDITIONAL' || _count.referrals > 0)
  if (pending) return
  const waited = left.length === 0 ? {} : { outcome: 'ADOPTED_SUBJECT_TO_APPROVAL' as const }
  await tx.treatment.updateMany({
    where: { itemId, ...waited },
    data: {
      outcome: left.length === 0 ? null : 'DECIDED',
      outcomeNote: '',
      updatedById: personIdOf(actor),
      updatedAt: at,
      version: { increment: 1 },
    },
  })
}
