import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import type { Tx } from '../../../database/write.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { bodyOf, loadMeeting, refuseWithheld } from '../meetings/index.ts'

/**
 * An item of a sent agenda that the person may read.
 * @throws Refusal notFound, also for what is withheld; forbidden for who reads nothing of the body
 */
export async function loadReadItem(
  tx: Tx,
  actor: Actor,
  itemId: number,
): Promise<{ meetingId: number; position: number }> {
  const item = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true, position: true } })
  if (!item) throw notFound('Punktet findes ikke.')
  await requireSent(tx, actor, item.meetingId)
  await refuseWithheld(tx, actor, itemId)
  return item
}

/** @throws Refusal notFound where nothing has been sent; @returns the number of the latest sending */
export async function requireSent(tx: Tx, actor: Actor, meetingId: number): Promise<number> {
  requireRight(actor, 'readMeeting', { body: bodyOf(await loadMeeting(rowReaderIn(tx), meetingId)) })
  const { _max } = await tx.agendaVersion.aggregate({ where: { meetingId }, _max: { number: true } })
  if (_max.number === null) throw notFound('Dagsordenen er ikke udsendt.')
  return _max.number
}
