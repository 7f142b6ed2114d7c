import { event, type NewEvent } from '../../../database/events.ts'
import type { Tx } from '../../../database/write.ts'
import type { WrittenDate } from '../../../kernel/written-date.ts'

/**
 * An agreement from before the one that the portal was set up with: the cooperation is as old as its first. What the
 * portal records begins where it began.
 */
export async function beginNoLaterThan(tx: Tx, { day, precision }: WrittenDate): Promise<NewEvent[]> {
  const found = await tx.cooperation.findUnique({ where: { id: 1 } })
  if (!found || found.firstDay <= day) return []
  const before = { firstDay: found.firstDay, firstDayPrecision: found.firstDayPrecision }
  const after = { firstDay: day, firstDayPrecision: precision }
  await tx.cooperation.update({ where: { id: 1 }, data: { ...after, version: { increment: 1 } } })
  return [event('cooperationBeganEarlier', 'cooperation', 1, { before, after })]
}
