export const subjectAreasPath = '/sagsomraader'

/** What templates lead to by name. */
export const addresses = { subjectAreas: subjectAreasPath } as const
