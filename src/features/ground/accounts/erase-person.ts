import { type Actor, systemActor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { oldestKept } from '../../../access/security-log.ts'
import type { Database } from '../../../database/database.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { foundRow } from '../../../database/rows.ts'
import { type Tx, write } from '../../../database/write.ts'
import { addDays, dayOf, type Instant } from '../../../kernel/days.ts'
import { notFound, refuseAll } from '../../../kernel/refusal.ts'
import { closedKeptDays, erasureFaults } from './erasure-rules.ts'
import { restingOn } from './person-queries.ts'

/**
 * Takes a person's contact data, account and sign-in records. Name, title, seats and what the person did stay: they
 * document who decided what.
 */
export const erasePerson = (actor: Actor, personId: number, reason: string): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'administer')
    const person = await tx.person.findUnique({ where: { id: personId }, include: { account: true } })
    if (!person) throw notFound('Personen findes ikke.')
    // Whoever writes is alone: what the reader sees is what stands.
    const resting = restingOn(actor.database, personId, actor.today, actor.personId)
    refuseAll(erasureFaults(resting))
    await takeContact(tx, person, actor.today)
    return { result: undefined, events: [event('personErased', 'person', personId, { after: { reason } })] }
  })

/**
 * What is kept for a time only, and whose time is over: closed accounts, addresses of people who have left, records of
 * signing in. To be called every now and then; it writes nothing where there is nothing to take.
 * @returns how many people something was taken of
 */
export async function keepNoLonger(database: Database, now: Instant): Promise<number> {
  const lastDay = addDays(dayOf(now), -closedKeptDays)
  const due = [lastDay, lastDay, oldestKept(now)]
  if (!database.sql.get(foundRow, anythingDue, ...due)) return 0
  return write(systemActor(database, now), async tx => {
    const events: NewEvent[] = []
    const gone = await tx.person.findMany({
      where: {
        endedOn: { lt: lastDay },
        OR: [{ email: { not: null } }, { phone: { not: null } }, { account: { isNot: null } }],
      },
      include: { account: true },
    })
    for (const person of gone) {
      await takeContact(tx, person, dayOf(now))
      events.push(event('personErased', 'person', person.id, { after: { endedOn: person.endedOn } }))
    }
    const closed = await tx.account.findMany({ where: { disabledAt: { lt: lastDay } } })
    for (const { id, personId, disabledAt } of closed) {
      await tx.account.delete({ where: { id } })
      events.push(event('accountRemoved', 'account', id, { after: { personId, disabledAt } }))
    }
    await tx.securityRecord.deleteMany({ where: { at: { lt: oldestKept(now) } } })
    return { result: gone.length + closed.length, events }
  })
}

const anythingDue = `SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM Account WHERE disabledAt < ?)
  OR EXISTS (SELECT 1 FROM Person p WHERE p.endedOn < ?
    AND (p.email IS NOT NULL OR p.phone IS NOT NULL OR EXISTS (SELECT 1 FROM Account a WHERE a.personId = p.id)))
  OR EXISTS (SELECT 1 FROM SecurityRecord WHERE at < ?)`

interface Known {
  id: number
  endedOn: string | null
  account: { id: number } | null
}

async function takeContact(tx: Tx, { id, endedOn, account }: Known, today: string): Promise<void> {
  if (account) await tx.account.delete({ where: { id: account.id } })
  await tx.securityRecord.deleteMany({ where: { personId: id } })
  await tx.person.update({
    where: { id },
    data: { email: null, phone: null, endedOn: endedOn ?? today, erasedOn: today, version: { increment: 1 } },
  })
}
