export const privacyPath = '/privatliv'
export const componentsPath = '/komponenter'
export const forgottenPasswordPath = '/adgangskode/glemt'

/** What templates lead to by name. */
export const addresses = {
  privacy: privacyPath,
  components: componentsPath,
  forgottenPassword: forgottenPasswordPath,
} as const
