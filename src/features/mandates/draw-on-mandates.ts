import type { Tx } from '../../database/write.ts'
import type { Instant } from '../../kernel/days.ts'
import { brokenRule } from '../../kernel/refusal.ts'
import { drawsOf, type MandateCheck } from './mandate-check.ts'

/**
 * Enters what a decision draws, in the decision's own transaction. The database keeps each mandate's sum and refuses an
 * overdraw by itself; should that ever happen, the decision is not recorded and the check is to be made anew.
 */
export async function drawOnMandates(tx: Tx, decisionId: number, check: MandateCheck, at: Instant): Promise<void> {
  const draws = drawsOf(check)
  if (draws.length === 0) return
  try {
    await tx.mandateEntry.createMany({
      data: draws.map(({ mandateId, amount }) => ({
        mandateId,
        decisionId,
        kind: 'DRAW' as const,
        amount: BigInt(amount),
        at,
      })),
    })
  } catch (fault) {
    if (!isOverdraw(fault)) throw fault
    throw brokenRule('Der er netop trukket på mandatet, så beløbet ikke længere er dækket. Kontrollér mandaterne igen.')
  }
}

/** Gives back what a decision has drawn and not released, entry by entry, so that the ledger shows both. */
export async function releaseDraws(tx: Tx, decisionId: number, at: Instant): Promise<void> {
  const entries = await tx.mandateEntry.findMany({ where: { decisionId }, orderBy: { id: 'asc' } })
  const drawn = new Map<number, bigint>()
  for (const { mandateId, kind, amount } of entries)
    drawn.set(mandateId, (drawn.get(mandateId) ?? 0n) + (kind === 'DRAW' ? amount : -amount))
  const open = [...drawn].filter(([, amount]) => amount > 0n)
  if (open.length === 0) return
  await tx.mandateEntry.createMany({
    data: open.map(([mandateId, amount]) => ({ mandateId, decisionId, kind: 'RELEASE' as const, amount, at })),
  })
}

/** Prisma tells a trigger's refusal as a broken foreign key (P2003). Both keys were read in this transaction: it is the trigger. */
const isOverdraw = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault as { code: unknown }).code === 'P2003'
