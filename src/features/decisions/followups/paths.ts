export const followUpsPath = '/opfoelgning'
export const followUpPath = (id: number): string => `${followUpsPath}/${id}`
