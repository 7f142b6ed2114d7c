export const casesPath = '/sager'
export const newCasePath = `${casesPath}/ny`
export const casePath = (number: string): string => `${casesPath}/${number}`

/** What templates lead to by name. */
export const addresses = { newCase: newCasePath, cases: casesPath, allCases: `${casesPath}?vis=alle` } as const
