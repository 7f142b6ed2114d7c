import type { Tx } from '../../../database/write.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { gapsIn, kindOf } from '../decisions/index.ts'
import { storedCheck, uncoveredText } from '../mandates/index.ts'

/**
 * An approval whose mandate does not reach what was asked would leave the decision waiting and ask the body again: the
 * keeper is told what is missing instead, and nothing is entered.
 */
export async function refuseUncovered(tx: Tx, referralId: number): Promise<void> {
  const referral = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    include: { cells: true, decision: { include: { checks: { orderBy: { id: 'desc' }, take: 1 } } } },
  })
  const latest = referral.decision.checks[0]
  if (referral.decision.state !== 'CONDITIONAL' || !latest) return
  const asked = new Set(referral.cells.map(cell => `${cell.organisationId}/${kindOf[cell.kind]}`))
  const [left] = gapsIn(storedCheck(latest.content)).filter(gap => asked.has(`${gap.organisationId}/${gap.kind}`))
  if (left)
    throw brokenRule(
      `Mandatet dækker ikke det, der er spurgt om. ${uncoveredText(left.verdict, left.organisation)}`,
      'standing',
    )
}
