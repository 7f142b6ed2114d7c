import type { Actor } from '../../../../access/actor.ts'
import { heldStates } from '../../../../access/meeting-states.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { keptBody } from '../correct-body.ts'
import { rulesFaults } from '../correction-rules.ts'
import { fittedTo, parametersOf, parameterTexts, type RuleParameters } from './rule-parameters.ts'
import { rulesPeriodsSql } from './rules-in-force.ts'

export interface RulesChange extends RuleParameters {
  body: string
  version: number
  text: string
  /** The day that they hold from; null: what stands is corrected as it stands. */
  from: Day | null
  reason: string
}

/**
 * R62, R64: the joint group's stated default is the secretariats' to change until the group adopts rules of its own; those
 * of any other body are its side's secretariat's. After a meeting was held, a change is another version, from a later day.
 * @throws Conflict with the rules as they stand when somebody else saved first
 */
export const changeRules = (actor: Actor, input: RulesChange): Promise<void> =>
  write(actor, async tx => {
    const { body: slug, version, from, reason, text, ...typed } = input
    const body = await keptBody(tx, actor, slug)
    const latest = await tx.rulesOfProcedure.findFirst({
      where: { bodyId: body.id, adoptionId: null },
      orderBy: { number: 'desc' },
    })
    if (!latest) throw notFound()
    const before = { ...parametersOf(latest), text: latest.text }
    if (latest.version !== version) throw new Conflict({ ...parameterTexts(before), text: latest.text }, latest.version)
    const rules = fittedTo(body, typed)
    const lastHeld = await lastHeldOf(tx, body.id, latest.from)
    const open = await tx.meeting.findFirst({ where: { bodyId: body.id, state: 'IN_SESSION' } })
    const adopted = body.kind === 'JOINT_GROUP' && (await hasAdopted(tx, body.id, actor.today))
    refuseAll(
      rulesFaults(
        { body, adopted, inSession: open?.number ?? null, lastHeld, latest: dayInRow(latest.from) },
        typed,
        from,
      ),
    )
    if (from === null)
      await tx.rulesOfProcedure.update({
        where: { id: latest.id },
        data: { ...rules, text, version: { increment: 1 } },
      })
    else
      await tx.rulesOfProcedure.create({
        data: {
          ...rules,
          text,
          bodyId: body.id,
          number: await nextNumberOf(tx, body.id),
          from,
          // The form that was made from the rules before is stale for these.
          version: version + 1,
        },
      })
    const after = { ...rules, body: body.name, ...(from === null ? {} : { from }), reason }
    return { result: undefined, events: [event('firstRulesCorrected', 'body', body.id, { before, after })] }
  })

/** The next of a body's rules, however it comes about. */
export async function nextNumberOf(tx: Tx, bodyId: number): Promise<number> {
  const last = await tx.rulesOfProcedure.findFirst({ where: { bodyId }, orderBy: { number: 'desc' } })
  return (last?.number ?? -1) + 1
}

/** The day of the last meeting that was held since the rules came into force. */
async function lastHeldOf(tx: Tx, bodyId: number, from: string): Promise<Day | null> {
  const held = await tx.meeting.findFirst({
    where: { bodyId, day: { gte: from }, state: { in: heldStates } },
    orderBy: { day: 'desc' },
  })
  return held ? dayInRow(held.day) : null
}

const idRow = rowsOf({ id: column.number })

/** Whether rules that the body has adopted are in force, or are to be. */
async function hasAdopted(tx: Tx, bodyId: number, today: Day): Promise<boolean> {
  const found = await rowReaderIn(tx)(
    idRow,
    `SELECT p.id FROM ${rulesPeriodsSql('SELECT ?')} p WHERE p.adopted AND (p.until IS NULL OR p.until > ?) LIMIT 1`,
    bodyId,
    today,
  )
  return found.length > 0
}
