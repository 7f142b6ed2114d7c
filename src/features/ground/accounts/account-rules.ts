import { type Instant, instant } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'

/** Read out without doubt: neither 0 and O, nor 1, I and l. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** How long a one-time code opens: over a weekend and a holiday. */
const codeDays = 7

export const codeExpiry = (at: Instant): Instant =>
  instant(new Date(Date.parse(at) + codeDays * 86_400_000).toISOString())

/** A code to hand over once: 20 signs in four groups, about 98 bits. `random` gives as many bytes as it is asked for. */
export function oneTimeCode(random: (bytes: number) => Uint8Array): string {
  const picked: string[] = []
  // Bytes at the top end are thrown away, so that every sign is equally likely.
  const limit = 256 - (256 % signs.length)
  while (picked.length < 20) {
    for (const byte of random(32)) {
      if (byte < limit && picked.length < 20) picked.push(signs.charAt(byte % signs.length))
    }
  }
  return [0, 5, 10, 15].map(from => picked.slice(from, from + 5).join('')).join('-')
}

export interface AccountFacts {
  personId: number
  administrator: boolean
  disabled: boolean
}

/** The last one who can open accounts cannot be shut out, nor can one shut oneself out by mistake. */
export function refuseToDisable(
  account: AccountFacts,
  by: { personId: number | null; administratorsLeft: number },
): void {
  if (account.disabled) throw brokenRule('Kontoen er allerede lukket.')
  if (account.personId === by.personId) throw brokenRule('Du kan ikke lukke din egen konto.')
  if (account.administrator && by.administratorsLeft === 0)
    throw brokenRule('Kontoen kan ikke lukkes: Der skal være mindst én systemadministrator.')
}
