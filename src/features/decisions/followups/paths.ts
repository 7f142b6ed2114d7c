export const followUpsPath = '/opfoelgning'
export const newFollowUpPath = `${followUpsPath}/ny`
export const followUpPath = (id: number): string => `${followUpsPath}/${id}`

/** What templates lead to by name. */
export const addresses = { followUps: followUpsPath, newFollowUp: newFollowUpPath } as const
