import { type PasswordVerdict, tooManyTries } from '../../../../access/credentials.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'

/** What a person who signs is told when the password that was given again does not count. */
export function refusePassword(verdict: PasswordVerdict, nothingDone: string, field = 'password'): void {
  if (verdict === 'too many') throw brokenRule(tooManyTries, field)
  if (verdict === 'wrong') throw brokenRule(`Adgangskoden er forkert. ${nothingDone}`, field)
  if (verdict === 'not own')
    throw brokenRule(
      `Din adgangskode er en engangskode fra en anden. Vælg din egen under Min konto, før du underskriver. ${nothingDone}`,
      field,
    )
}
