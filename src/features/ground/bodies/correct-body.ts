import type { Actor } from '../../../access/actor.ts'
import { heldStates } from '../../../access/meeting-states.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow } from '../../../kernel/days.ts'
import { periodOf } from '../../../kernel/periods.ts'
import { Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { bodyFaults, countedSides, type FirstRules, firstRulesFaults } from './correction-rules.ts'

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

/**
 * R62, R64: the stated default is the secretariats' to correct until the body adopts rules of its own. After a meeting
 * was held, the correction is what it is: another default, from a later day.
 * @throws Conflict with the rules as they stand when somebody else saved first
 */
export const correctFirstRules = (
  actor: Actor,
  input: FirstRules & { body: string; version: number; from: Day | null; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const { body: slug, version, from, reason, ...rules } = input
    const body = await keptBody(tx, actor, slug)
    const [latest, ...earlier] = await tx.rulesOfProcedure.findMany({
      where: { bodyId: body.id },
      orderBy: { number: 'desc' },
    })
    if (!latest) throw notFound()
    const before = rulesOf(latest)
    if (latest.version !== version) throw new Conflict(textsOf(before), latest.version)
    const counted = countedSides(body)
    if (!counted.includes('HOUSING')) rules.quorumHousing = 0
    if (!counted.includes('MUNICIPALITY')) rules.quorumMunicipality = 0
    const lastHeld = await lastHeldOf(tx, body.id, latest.from)
    const open = await tx.meeting.findFirst({ where: { bodyId: body.id, state: 'IN_SESSION' } })
    const adopted = [latest, ...earlier].some(one => one.adoptedByDecisionId !== null)
    refuseAll(firstRulesFaults({ body, adopted, inSession: open?.number ?? null, lastHeld }, rules, from))
    if (lastHeld === null || from === null)
      await tx.rulesOfProcedure.update({ where: { id: latest.id }, data: { ...rules, version: { increment: 1 } } })
    else
      await tx.rulesOfProcedure.create({
        // The form that was made from the rules before is stale for these.
        data: { ...rules, bodyId: body.id, number: latest.number + 1, from, version: version + 1 },
      })
    const after = { ...rules, body: body.name, ...(lastHeld === null ? {} : { from }), reason }
    return { result: undefined, events: [event('firstRulesCorrected', 'body', body.id, { before, after })] }
  })

/** The day of the last meeting that was held since the rules came into force. */
async function lastHeldOf(tx: Tx, bodyId: number, from: string): Promise<Day | null> {
  const held = await tx.meeting.findFirst({
    where: { bodyId, day: { gte: from }, state: { in: heldStates } },
    orderBy: { day: 'desc' },
  })
  return held ? dayInRow(held.day) : null
}

async function keptBody(tx: Tx, actor: Actor, slug: string) {
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

const rulesOf = (row: FirstRules): FirstRules => ({
  noticeWorkdays: row.noticeWorkdays,
  proposalDeadlineWorkdays: row.proposalDeadlineWorkdays,
  quorumHousing: row.quorumHousing,
  quorumMunicipality: row.quorumMunicipality,
  objectionDays: row.objectionDays,
  writtenProcedureAllowed: row.writtenProcedureAllowed,
})

const textsOf = (rules: FirstRules): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rules).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value ? '1' : '']),
  )
