export const eventsPath = '/haendelser'
export const eventPath = (id: number): string => `${eventsPath}/${id}`
