export const mandatesPath = '/mandater'
export const mandatePath = (id: number): string => `${mandatesPath}/${id}`
export const renewalPath = (id: number): string => `${mandatesPath}/nyt?forny=${id}`

/** What templates lead to by name. */
export const addresses = { mandates: mandatesPath } as const
