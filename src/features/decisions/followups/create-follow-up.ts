import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { refuseWithheld } from '../../meetings/meetings/index.ts'
import { refuseStranger } from './load-follow-up.ts'

export interface NewFollowUp {
  /** The item or the decision that it follows up on: one of them, or both. */
  itemId?: number | null
  decisionId?: number | null
  text: string
  organisationId: number
  personId: number | null
  dueDay: Day
}

/** R71: what is to be done, by whom and by when. It stands on the body's next agendas until it is closed. */
export const createFollowUp = (actor: Actor, draft: NewFollowUp): Promise<{ id: number }> =>
  write(actor, tx => createFollowUpIn(tx, actor, draft))

/** The same within an act that makes more of it. */
export async function createFollowUpIn(
  tx: Tx,
  actor: Actor,
  draft: NewFollowUp,
): Promise<{ result: { id: number }; events: NewEvent[] }> {
  const origin = await originOf(tx, draft)
  requireRight(actor, 'prepareMeeting', { body: origin.body })
  await refuseWithheld(tx, actor, origin.itemId)
  if (draft.text.trim() === '') throw brokenRule('Feltet »Opgave« skal udfyldes.', 'text')
  if (draft.dueDay < actor.today) throw brokenRule('Fristen kan ikke ligge før i dag.', 'dueDay')
  await refuseStranger(tx, draft.organisationId, draft.personId)

  const { id } = await tx.followUp.create({
    data: {
      bodyId: origin.body.id,
      itemId: origin.itemId,
      decisionId: draft.decisionId ?? null,
      text: draft.text,
      organisationId: draft.organisationId,
      personId: draft.personId,
      dueDay: draft.dueDay,
      createdAt: actor.at,
      createdById: personIdOf(actor),
    },
  })
  return { result: { id }, events: [event('followUpCreated', 'followUp', id, { after: draft })] }
}

async function originOf(tx: Tx, { itemId, decisionId }: NewFollowUp) {
  if (decisionId) {
    const decision = await tx.decision.findUnique({ where: { id: decisionId }, include: { body: true } })
    if (decision) return { body: decision.body, itemId: decision.itemId }
  } else if (itemId) {
    const item = await tx.agendaItem.findUnique({
      where: { id: itemId },
      include: { meeting: { include: { body: true } } },
    })
    if (item) return { body: item.meeting.body, itemId: item.id }
  }
  throw notFound()
}
