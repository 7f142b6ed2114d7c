export const partiesPath = '/parter'
export const organisationPath = (slug: string): string => `${partiesPath}/${slug}`

/** What templates lead to by name. */
export const addresses = { parties: partiesPath } as const
