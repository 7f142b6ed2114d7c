import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { loadText } from '../../../decisions/adoption/index.ts'
import { createFollowUpIn } from '../../../decisions/followups/index.ts'
import { planKind } from '../plan-kind.ts'
import { findAction } from './tell-progress.ts'

/**
 * R71: a follow-up on an action, under the decision that adopted its plan: so it stands on the joint group's next agendas
 * until it is closed.
 */
export const followUpOnAction = (
  actor: Actor,
  input: { plan: string; key: string; text: string; organisationId: number; personId: number | null; dueDay: Day },
): Promise<{ id: number }> =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    const { plan, key, ...draft } = input
    const action = await findAction(tx, actor, plan, key)
    const text = await loadText(tx, planKind, plan, actor.today)
    const decisionId = await decisionOf(tx, text.standing?.adoptions ?? [])
    const { result, events } = await createFollowUpIn(tx, actor, { ...draft, decisionId })
    await tx.actionFollowUp.create({ data: { planId: action.planId, action: key, followUpId: result.id } })
    return { result, events }
  })

/** The decision that has the plan in force. */
async function decisionOf(
  tx: Parameters<typeof findAction>[0],
  adoptions: readonly { decision: { number: string; state: string } | null }[],
): Promise<number> {
  const number = adoptions.flatMap(({ decision }) => (decision?.state === 'EFFECTIVE' ? [decision.number] : [])).at(-1)
  const found = number ? await tx.decision.findUnique({ where: { number }, select: { id: true } }) : null
  if (!found) throw brokenRule('Handlingsplanen gælder ikke længere.')
  return found.id
}
