import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { addDays, type Day, longDay } from '../../../kernel/days.ts'
import { brokenRule, Conflict, notFound } from '../../../kernel/refusal.ts'
import { referralOf, referralStateOf } from '../decisions/index.ts'

export interface Extension {
  referralId: number
  version: number
  to: Day
  reason: string
}

/** Days that a deadline can be put off at a time: longer, and nobody would ask again for a year. */
const longest = 366

/** A secretariat gives a deciding body longer to answer; what the decision waits for is the same. Every time is a row. */
export const extendDeadline = (actor: Actor, { referralId, version, to, reason }: Extension): Promise<void> =>
  write(actor, async (tx, at) => {
    const stored = await tx.referral.findUnique({
      where: { id: referralId },
      include: { decision: { include: { body: true } } },
    })
    if (!stored) throw notFound()
    const referral = referralOf(stored)
    requireRight(actor, 'recordDecision', { body: referral.decision.body })
    if (referralStateOf(referral) !== 'OPEN' || referral.decision.state !== 'CONDITIONAL')
      throw brokenRule('Forelæggelsen er besvaret eller trukket tilbage. Der er ingen frist at forlænge.')
    if (reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    const from = referral.dueDay
    if (to <= from) throw brokenRule(`Den nye frist skal ligge efter den nuværende, den ${longDay(from)}.`, 'to')
    if (to < actor.today) throw brokenRule('Den nye frist kan ikke ligge før i dag.', 'to')
    if (to > addDays(actor.today, longest)) throw brokenRule('Fristen kan højst ligge et år frem.', 'to')

    const saved = await tx.referral.updateMany({
      where: { id: referralId, version },
      data: { dueDay: to, version: { increment: 1 } },
    })
    if (saved.count === 0)
      throw new Conflict({ to: from, reason: '' }, referral.version, 'Forelæggelsen er ændret, mens du skrev.')
    const by = personIdOf(actor)
    await tx.referralExtension.create({ data: { referralId, fromDay: from, toDay: to, reason, at, byId: by } })
    const told = { before: { dueDay: from }, after: { number: referral.number, dueDay: to, reason } }
    return { result: undefined, events: [event('referralExtended', 'referral', referralId, told)] }
  })
