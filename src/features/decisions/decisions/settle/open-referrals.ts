import type { Actor } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { nextNumber, type Tx } from '../../../../database/write.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { storedKind } from './pending-decision.ts'
import { dueDayOf, questionOf } from './referral-rules.ts'
import { type Gap, type Request, requestsFor } from './settle-rules.ts'

/** Puts what is not covered before the deciding bodies that can give it: one referral a body (§7). */
export async function openReferrals(
  tx: Tx,
  actor: Actor,
  decision: { id: number; number: string; title: string },
  gaps: Gap[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const request of requestsFor(gaps)) events.push(await openOne(tx, actor, decision, request))
  return events
}

async function openOne(
  tx: Tx,
  actor: Actor,
  decision: { id: number; number: string; title: string },
  request: Request,
): Promise<NewEvent> {
  const year = yearOf(actor.today)
  const number = `${year}-F${String(await nextNumber(tx, 'referral', year)).padStart(2, '0')}`
  const referral = await tx.referral.create({
    data: {
      number,
      decisionId: decision.id,
      bodyId: request.bodyId,
      organisationId: await answeringFor(tx, request),
      question: questionOf(request, decision),
      openedAt: actor.at,
      dueDay: dueDayOf(actor.today),
      cells: {
        create: request.gaps.map(({ organisationId, kind, amount }) => ({
          organisationId,
          kind: storedKind[kind],
          amount: amount === null ? null : BigInt(amount),
        })),
      },
    },
  })
  const cells = request.gaps.map(({ organisationId, kind, amount }) => ({ organisationId, kind, amount }))
  return event('referralOpened', 'referral', referral.id, {
    after: { number, decision: decision.number, body: request.body, dueDay: referral.dueDay, cells },
  })
}

/** The organisation whose mandate keeper answers: the deciding body's own. */
async function answeringFor(tx: Tx, { bodyId, gaps }: Request): Promise<number> {
  const body = bodyId === null ? null : await tx.body.findUnique({ where: { id: bodyId } })
  return body?.organisationId ?? gaps[0]?.organisationId ?? 0
}
