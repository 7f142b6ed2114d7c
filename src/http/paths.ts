export const frontPath = '/'
export const signInPath = '/log-ind'
export const signOutPath = '/log-ud'
export const draftsPath = '/kladder'
/** Where somebody chooses a password in the place of one that was handed over. */
export const choosePasswordPath = '/min-konto/vaelg-adgangskode'

/** What templates lead to besides the features' own addresses. */
export const ownAddresses = {
  front: frontPath,
  signIn: signInPath,
  signOut: signOutPath,
  drafts: draftsPath,
  choosePassword: choosePasswordPath,
} as const
