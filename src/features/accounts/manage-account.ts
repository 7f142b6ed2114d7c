import { randomBytes } from 'node:crypto'
import type { Actor } from '../../access/actor.ts'
import { findPersonBy, hashPassword } from '../../access/credentials.ts'
import { requireRight } from '../../access/policy.ts'
import { passwordFault } from '../../access/sign-in-rules.ts'
import { event } from '../../database/events.ts'
import { type Tx, write } from '../../database/write.ts'
import { brokenRule, notFound } from '../../kernel/refusal.ts'
import { oneTimePassword, refuseToDisable } from './account-rules.ts'

export interface NewAccount {
  /** Someone already known, or null for a new person. */
  person: number | null
  name: string
  title: string
  organisation: number | null
  email: string
  administrator: boolean
}

/** Opens an account. The password is returned this once, to be handed over; only its hash is kept. */
export async function createAccount(actor: Actor, given: NewAccount): Promise<{ id: number; password: string }> {
  requireRight(actor, 'administer')
  const password = oneTimePassword(randomBytes)
  const passwordHash = await hashPassword(password)
  return write(actor, async (tx, at) => {
    if (await tx.account.findUnique({ where: { email: given.email } }))
      throw brokenRule('Der findes allerede en konto med den e-mail.', 'email')
    const personId = given.person === null ? await newPerson(tx, given) : await knownPerson(tx, given.person)
    const { email, administrator } = given
    const account = await tx.account.create({ data: { personId, email, administrator, passwordHash, createdAt: at } })
    return {
      result: { id: account.id, password },
      events: [event('accountCreated', 'account', account.id, { after: { personId, email, administrator } })],
    }
  })
}

async function newPerson(tx: Tx, given: NewAccount): Promise<number> {
  const organisation = await tx.organisation.findUnique({ where: { id: given.organisation ?? 0 } })
  if (!organisation) throw brokenRule('Vælg den organisation, personen hører til.', 'organisation')
  const person = await tx.person.create({
    data: { name: given.name, title: given.title || null, email: given.email, organisationId: organisation.id },
  })
  return person.id
}

async function knownPerson(tx: Tx, id: number): Promise<number> {
  const person = await tx.person.findUnique({ where: { id }, include: { account: true } })
  if (!person) throw brokenRule('Personen findes ikke.', 'person')
  if (person.account) throw brokenRule(`${person.name} har allerede en konto.`, 'person')
  return person.id
}

/** Closes an account, and tells whose. What the person did stays as it was. */
export const disableAccount = (actor: Actor, id: number, reason: string): Promise<{ personId: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'administer')
    const account = await tx.account.findUnique({ where: { id } })
    if (!account) throw notFound()
    const administratorsLeft = await tx.account.count({
      where: { administrator: true, disabledAt: null, id: { not: id } },
    })
    const { personId, administrator } = account
    refuseToDisable(
      { personId, administrator, disabled: account.disabledAt !== null },
      { personId: actor.personId, administratorsLeft },
    )
    await tx.account.update({ where: { id }, data: { disabledAt: at, version: { increment: 1 } } })
    return { result: { personId }, events: [event('accountDisabled', 'account', id, { after: { reason } })] }
  })

export const enableAccount = (actor: Actor, id: number): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'administer')
    const account = await tx.account.findUnique({ where: { id } })
    if (!account) throw notFound()
    if (account.disabledAt === null) throw brokenRule('Kontoen er ikke lukket.')
    await tx.account.update({ where: { id }, data: { disabledAt: null, version: { increment: 1 } } })
    return { result: undefined, events: [event('accountEnabled', 'account', id)] }
  })

/** A new one-time password for someone who has lost theirs; returned this once, and whose it is. */
export async function resetPassword(actor: Actor, id: number): Promise<{ password: string; personId: number }> {
  requireRight(actor, 'administer')
  const password = oneTimePassword(randomBytes)
  const passwordHash = await hashPassword(password)
  return write(actor, async tx => {
    const account = await tx.account.findUnique({ where: { id } })
    if (!account) throw notFound()
    await tx.account.update({ where: { id }, data: { passwordHash, demo: false, version: { increment: 1 } } })
    return {
      result: { password, personId: account.personId },
      events: [event('passwordReset', 'account', id)],
    }
  })
}

/** One's own password, on proof of the old one. */
export async function changePassword(
  actor: Actor,
  given: { current: string; next: string },
): Promise<{ personId: number }> {
  const personId = actor.person?.id ?? 0
  const known = await actor.database.prisma.account.findUnique({ where: { personId } })
  // The demo's password may be what is left behind, so it counts as the old one everywhere.
  const proven = known && (await findPersonBy(actor.database, known.email, given.current, true)) === personId
  if (!known || !proven) throw brokenRule('Den nuværende adgangskode er forkert.', 'current')
  const fault = passwordFault(given.next)
  if (fault) throw brokenRule(fault, 'next')
  const passwordHash = await hashPassword(given.next)
  return write(actor, async tx => {
    await tx.account.update({
      where: { id: known.id },
      data: { passwordHash, demo: false, version: { increment: 1 } },
    })
    return { result: { personId }, events: [event('passwordChanged', 'account', known.id)] }
  })
}
