import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { drawnSql } from '../mandate-amounts.ts'

export interface MandateMovement {
  mandateId: number
  kind: 'DRAW' | 'RELEASE'
  /** In øre, positive. */
  amount: number
}

/**
 * Enters what a decision draws and releases, in the decision's own transaction. The database keeps each mandate's sum
 * and refuses an overdraw by itself; should that ever happen, nothing of the act stays and the check is made anew.
 */
export async function enterMovements(
  tx: Tx,
  decisionId: number,
  movements: readonly MandateMovement[],
  at: Instant,
): Promise<void> {
  if (movements.length === 0) return
  try {
    await tx.mandateEntry.createMany({
      data: movements.map(({ mandateId, kind, amount }) => ({
        mandateId,
        decisionId,
        kind,
        amount: BigInt(amount),
        at,
      })),
    })
  } catch (fault) {
    if (!isOverdraw(fault)) throw fault
    throw brokenRule('Der er netop trukket på mandatet, så beløbet ikke længere er dækket. Kontrollér mandaterne igen.')
  }
}

/** What a decision holds of each mandate, in øre: what it drew less what it released. */
export const heldBy = async (read: RowReader, decisionId: number): Promise<Map<number, number>> =>
  (await heldByEach(read, [decisionId])).get(decisionId) ?? new Map()

const heldRow = rowsOf({ decisionId: column.number, mandateId: column.number, amount: column.amount })

/** The same of several decisions, in one statement; mandates in the order in which they were first drawn on. */
export async function heldByEach(read: RowReader, decisionIds: number[]): Promise<Map<number, Map<number, number>>> {
  const rows = await read(
    heldRow,
    `SELECT e.decisionId, e.mandateId, sum(${drawnSql('e')}) AS amount FROM MandateEntry e
     WHERE e.decisionId IN (SELECT value FROM json_each(?))
     GROUP BY e.decisionId, e.mandateId HAVING sum(${drawnSql('e')}) > 0 ORDER BY min(e.id)`,
    JSON.stringify(decisionIds),
  )
  const held = new Map(decisionIds.map(id => [id, new Map<number, number>()]))
  for (const { decisionId, mandateId, amount } of rows) held.get(decisionId)?.set(mandateId, amount)
  return held
}

/** Gives back what a decision holds, entry by entry, so that the ledger shows both. */
export async function releaseDraws(tx: Tx, decisionId: number, at: Instant): Promise<void> {
  const held = await heldBy(rowReaderIn(tx), decisionId)
  await enterMovements(
    tx,
    decisionId,
    [...held].map(([mandateId, amount]) => ({ mandateId, kind: 'RELEASE' as const, amount })),
    at,
  )
}

/** Prisma tells a trigger's refusal as a broken foreign key (P2003). Both keys were read in this transaction: it is the trigger. */
const isOverdraw = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault as { code: unknown }).code === 'P2003'
