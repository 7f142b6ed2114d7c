/** The password that everybody knows opens nothing outside the demo. */
export const demoPassword = 'boligstrategi-demo'

export const shortestPassword = 12

/** Danish sentence when a new password is not good enough, or null. */
export function passwordFault(password: string): string | null {
  if (password === demoPassword) return 'Vælg en anden adgangskode end demoens.'
  if (password.length < shortestPassword) return `Adgangskoden skal have mindst ${shortestPassword} tegn.`
  if (password.length > 200) return 'Adgangskoden må højst have 200 tegn.'
  return null
}
