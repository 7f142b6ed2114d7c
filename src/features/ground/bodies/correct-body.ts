import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { periodOf } from '../../../kernel/periods.ts'
import { Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { bodyFaults } from './correction-rules.ts'

/**
 * Corrects how a body was registered: its name, what it is said to do, its first day. The first rules follow the day.
 * @throws Conflict with what stands when somebody else saved first
 */
export const correctBody = (
  actor: Actor,
  input: { body: string; version: number; name: string; about: string; from: Day; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const body = await keptBody(tx, actor, input.body)
    const before = { name: body.name, about: body.about, from: body.from }
    if (body.version !== input.version) throw new Conflict(before, body.version)
    refuseAll(bodyFaults(await factsOf(tx, body), input))
    const { name, about, from, reason } = input
    await tx.body.update({ where: { id: body.id }, data: { name, about, from, version: { increment: 1 } } })
    await tx.rulesOfProcedure.updateMany({
      where: { bodyId: body.id, number: 0, from: body.from },
      data: { from, version: { increment: 1 } },
    })
    const after = { name, about, from, reason }
    return { result: undefined, events: [event('bodyCorrected', 'body', body.id, { before, after })] }
  })

/** The body, for whoever keeps it. @throws Refusal when there is none, or others keep it */
export async function keptBody(tx: Tx, actor: Actor, slug: string) {
  const body = await tx.body.findUnique({ where: { slug } })
  if (!body) throw notFound('Organet findes ikke.')
  requireRight(actor, 'keepBody', { body })
  return { ...body, ...periodOf(body) }
}

async function factsOf(tx: Tx, body: { id: number; from: Day; to: Day | null; organisationId: number | null }) {
  const seat = await tx.seat.findFirst({ where: { bodyId: body.id }, orderBy: { from: 'asc' } })
  const meeting = await tx.meeting.findFirst({ where: { bodyId: body.id }, orderBy: { day: 'asc' } })
  const others = await tx.body.findMany({ where: { id: { not: body.id } }, select: { name: true } })
  const organisation = body.organisationId && (await tx.organisation.findUnique({ where: { id: body.organisationId } }))
  return {
    body,
    organisation: organisation ? { name: organisation.name, from: dayInRow(organisation.from) } : null,
    otherNames: others.map(({ name }) => name),
    firstUse: dayInRow([seat?.from, meeting?.day].filter(one => one !== undefined).sort()[0] ?? null),
  }
}
