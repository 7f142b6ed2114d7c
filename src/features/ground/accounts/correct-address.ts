import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../kernel/refusal.ts'

/**
 * Corrects the address that a person signs in with. The one that others write to follows, where it was the same.
 * @throws Conflict with the address as it stands when somebody else saved first
 */
export const correctAddress = (
  actor: Actor,
  input: { id: number; version: number; email: string; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'administer')
    const account = await tx.account.findUnique({ where: { id: input.id }, include: { person: true } })
    if (!account) throw notFound()
    const { email } = input
    if (account.version !== input.version) throw new Conflict({ email: account.email }, account.version)
    if (email === account.email) throw brokenRule('Skriv en anden adresse end den nuværende.', 'email')
    if (await tx.account.findUnique({ where: { email } }))
      throw brokenRule('Der findes allerede en konto med den e-mail.', 'email')
    await tx.account.update({ where: { id: account.id }, data: { email, version: { increment: 1 } } })
    if (account.person.email === account.email)
      await tx.person.update({ where: { id: account.personId }, data: { email, version: { increment: 1 } } })
    // Events stay for good: that the address was changed is said, and not from what to what.
    const change = { after: { reason: input.reason } }
    return { result: undefined, events: [event('accountAddressCorrected', 'account', account.id, change)] }
  })
