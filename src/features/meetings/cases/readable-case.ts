import type { Actor } from '../../../access/actor.ts'
import { type BodySubject, requireRight } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { readIn } from '../../../database/reader.ts'
import { foundRow } from '../../../database/rows.ts'
import type { Tx } from '../../../database/write.ts'
import { notFound } from '../../../kernel/refusal.ts'

/**
 * A case that the person may change. A closed one does not exist, to write in, for whoever may not read it.
 * @throws Refusal notFound
 */
export async function readableCase(tx: Tx, actor: Actor, id: number) {
  const found = await tx.case.findUnique({ where: { id }, include: { body: true } })
  if (!found) throw notFound('Sagen findes ikke.')
  requireRight(actor, 'prepareMeeting', { body: caseBody(found, found.body) })
  const inside = await readIn(
    tx,
    foundRow,
    `SELECT 1 AS found FROM "Case" c WHERE c.id = ? AND ${viewOf(actor).insideCases('c')}`,
    id,
  )
  if (inside.length === 0) throw notFound('Sagen findes ikke.')
  return found
}

/** Who answers for a case: its own body's secretariat while it is a side's own, both secretariats once it is shared. */
export const caseBody = (found: { sideInternal: BodySubject['side'] }, body: BodySubject): BodySubject =>
  found.sideInternal
    ? { id: body.id, kind: body.kind, side: body.side }
    : { id: body.id, kind: 'JOINT_GROUP', side: null }
