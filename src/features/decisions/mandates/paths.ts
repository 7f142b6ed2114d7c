export const mandatesPath = '/mandater'
export const mandatePath = (id: number): string => `${mandatesPath}/${id}`
export const renewalPath = (id: number): string => `${mandatesPath}/nyt?forny=${id}`
