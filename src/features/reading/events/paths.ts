export const eventsPath = '/haendelser'
export const eventPath = (id: number): string => `${eventsPath}/${id}`

/** What templates lead to by name. */
export const addresses = { events: eventsPath } as const
