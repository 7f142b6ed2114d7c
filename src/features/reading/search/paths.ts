export const searchPath = '/soeg'

/** What templates lead to by name. */
export const addresses = { search: searchPath } as const
