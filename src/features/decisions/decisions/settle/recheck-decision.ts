import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { withdrawCovered } from './covered-meanwhile.ts'
import { loadDecision } from './load-decisions.ts'
import { checkOn } from './pending-decision.ts'
import { settlePending } from './settle-pending.ts'

/**
 * A secretariat has a waiting decision checked again: a mandate may have begun to hold, or a revocation taken force. A
 * body that was asked and need not answer any longer, since all it was asked about is covered by other means, is asked
 * no more.
 */
export const recheckDecision = (actor: Actor, decisionId: number): Promise<{ state: string }> =>
  write(actor, async tx => {
    const found = await tx.decision.findUnique({ where: { id: decisionId }, include: { body: true } })
    if (!found) throw notFound()
    requireRight(actor, 'recordDecision', { body: found.body })
    if (found.state !== 'CONDITIONAL')
      throw brokenRule('Beslutningen venter ikke på en forelæggelse, så der er intet at kontrollere igen.')
    const decision = await loadDecision(rowReaderIn(tx), decisionId)
    const withdrawn = await withdrawCovered(tx, actor, decision, await checkOn(rowReaderIn(tx), decision, actor.today))
    const settled = await settlePending(tx, actor, decisionId, 'asked')
    const { state } = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } })
    return { result: { state }, events: [...withdrawn, ...settled] }
  })
