export const setupPath = '/opsaetning'

/** What templates lead to by name. */
export const addresses = { setup: setupPath } as const
