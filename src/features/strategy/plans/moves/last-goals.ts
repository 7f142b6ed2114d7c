import type { Tx } from '../../../../database/write.ts'

/** The goals that a plan's actions were moved to last, by the actions' keys. */
export async function lastGoals(tx: Tx, planId: number): Promise<Map<string, string>> {
  const moves = await tx.actionMove.findMany({ where: { planId, fate: 'MOVED' }, orderBy: { id: 'asc' } })
  return new Map(moves.flatMap(({ action, goal }) => (goal === null ? [] : [[action, goal] as const])))
}
