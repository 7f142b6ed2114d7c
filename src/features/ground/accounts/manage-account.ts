import { randomBytes } from 'node:crypto'
import { type Actor, personIdOf } from '../../../access/actor.ts'
import { commonPasswords } from '../../../access/common-passwords.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { hashPassword, isOwnPassword, isPassword, tooManyTries } from '../../../access/credentials.ts'
import { passwordObjection } from '../../../access/password-rules.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Change, type Tx, write } from '../../../database/write.ts'
import type { Instant } from '../../../kernel/days.ts'
import { brokenRule, notFound, orTold, refuseAll } from '../../../kernel/refusal.ts'
import { storePerson } from '../parties/index.ts'
import { codeExpiry, oneTimeCode, refuseToDisable } from './account-rules.ts'

export interface NewAccount {
  /** Someone already known, or null for a new person. */
  person: number | null
  name: string
  title: string
  organisation: number | null
  email: string
  administrator: boolean
}

/** A code that is handed over: it opens once, until it expires, and then only the page where a password is chosen. */
export interface HandedOver {
  code: string
  expiresAt: Instant
}

/** Opens an account. The code is returned this once; only its hash is kept. */
export async function createAccount(actor: Actor, given: NewAccount): Promise<HandedOver & { id: number }> {
  requireRight(actor, 'administer')
  const { columns, ...handed } = await newCode(actor)
  const id = await write(actor, (tx, at) => createAccountIn(tx, at, actor, given, columns))
  return { id, ...handed }
}

/** @param code the columns of the code that is handed over: it takes time to make, and no transaction waits for it */
export async function createAccountIn(
  tx: Tx,
  at: Instant,
  actor: Actor,
  given: NewAccount,
  code: NewCode['columns'],
): Promise<Change<number>> {
  requireRight(actor, 'administer')
  const taken = (await tx.account.findUnique({ where: { email: given.email } }))
    ? [{ sentence: 'Der findes allerede en konto med den e-mail.', field: 'email' }]
    : []
  const { value: person = { result: 0, events: [] }, told } = await orTold(() =>
    given.person === null ? newPerson(tx, actor, given) : knownPerson(tx, given.person),
  )
  refuseAll([...taken, ...told])
  const { email, administrator } = given
  const personId = person.result
  const account = await tx.account.create({ data: { personId, email, administrator, createdAt: at, ...code } })
  return {
    result: account.id,
    events: [...person.events, event('accountCreated', 'account', account.id, { after: { personId, administrator } })],
  }
}

export interface NewCode extends HandedOver {
  columns: { passwordHash: string; codeExpiresAt: Instant; codeUsedAt: null; codeById: number | null }
}

export async function newCode(actor: Actor): Promise<NewCode> {
  const code = oneTimeCode(randomBytes)
  const expiresAt = codeExpiry(actor.at)
  const handed = { codeExpiresAt: expiresAt, codeUsedAt: null, codeById: actor.personId }
  return { code, expiresAt, columns: { passwordHash: await hashPassword(code), ...handed } }
}

async function newPerson(tx: Tx, actor: Actor, given: NewAccount): Promise<Change<number>> {
  const { organisation: id } = given
  const organisation = id === null ? null : await tx.organisation.findUnique({ where: { id } })
  if (!organisation) throw brokenRule('Vælg den organisation, personen hører til.', 'organisation')
  const { name, title, email } = given
  const { result, events } = await storePerson(tx, actor.today, organisation, {
    ...{ name, title: title || null, email, phone: null },
  })
  return { result: result.id, events }
}

async function knownPerson(tx: Tx, id: number): Promise<Change<number>> {
  const person = await tx.person.findUnique({ where: { id }, include: { account: true } })
  if (!person) throw brokenRule('Personen findes ikke.', 'person')
  if (person.erasedOn) throw brokenRule(`Oplysningerne om ${person.name} er slettet.`, 'person')
  if (person.account) throw brokenRule(`${person.name} har allerede en konto.`, 'person')
  return { result: person.id, events: [] }
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

/** A new code for someone who has lost their password; returned this once, and whose it is. */
export async function handOverCode(actor: Actor, id: number): Promise<HandedOver & { personId: number }> {
  requireRight(actor, 'administer')
  const { code, expiresAt, columns } = await newCode(actor)
  return write(actor, async tx => {
    const account = await tx.account.findUnique({ where: { id } })
    if (!account) throw notFound()
    if (account.personId === actor.personId)
      throw brokenRule('Du kan ikke give dig selv en engangskode. Skift din adgangskode under Min konto.')
    await tx.account.update({ where: { id }, data: { ...columns, demo: false, version: { increment: 1 } } })
    return {
      result: { code, expiresAt, personId: account.personId },
      events: [event('passwordReset', 'account', id, { after: { expiresAt } })],
    }
  })
}

/** One's own password, on proof of the old one. */
export async function changePassword(actor: Actor, given: { current: string; next: string }): Promise<void> {
  // The demo's password may be what is left behind, so it counts as the old one everywhere.
  const proof = await isOwnPassword(actor, given.current, { demo: true, detail: 'skift af adgangskode' })
  if (proof === 'too many') throw brokenRule(tooManyTries, 'current')
  if (proof === 'wrong') throw brokenRule('Den nuværende adgangskode er forkert.', 'current')
  await storePassword(actor, given.next)
}

/** In the place of a code that somebody else handed over: whoever is in with it has given it already. */
export async function choosePassword(actor: Actor, given: { next: string }): Promise<void> {
  if (!actor.mustChoosePassword) throw brokenRule('Du har valgt din adgangskode. Skift den under Min konto.')
  if (await isPassword(actor.database, personIdOf(actor), given.next))
    throw brokenRule('Vælg en anden adgangskode end engangskoden.', 'next')
  await storePassword(actor, given.next)
}

async function storePassword(actor: Actor, next: string): Promise<void> {
  const personId = personIdOf(actor)
  const known = await actor.database.prisma.account.findUnique({ where: { personId } })
  if (!known) throw notFound()
  const { name = '', organisationName = '' } = actor.person ?? {}
  const cooperation = cooperationOf(actor.database)
  const about = [name, known.email, organisationName, cooperation.name, cooperation.town]
  refuseAll([passwordObjection(next, { about, isCommon: await commonPasswords() })])
  const passwordHash = await hashPassword(next)
  await write(actor, async tx => {
    const own = { passwordHash, demo: false, codeExpiresAt: null, codeUsedAt: null, codeById: null }
    await tx.account.update({ where: { id: known.id }, data: { ...own, version: { increment: 1 } } })
    return { result: undefined, events: [event('passwordChanged', 'account', known.id)] }
  })
}
