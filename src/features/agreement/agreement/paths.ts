export const agreementsPath = '/aftalen'
export const versionPath = (year: number): string => `${agreementsPath}/${year}`
export const comparisonPath = (year: number, other: string | number): string =>
  `${versionPath(year)}/sammenlign/${other}`
export const linkPath = (year: number, signature: number): string => `${versionPath(year)}/underskrifter/${signature}`
export const rhythmPath = (year: number): string => `${versionPath(year)}/revisionsrytme`
export const importPath = `${agreementsPath}/indlaes`
export const addendumPath = (year: number, number: number): string => `${versionPath(year)}/tillaeg/${number}`

/** What templates lead to by name. */
export const addresses = { agreements: agreementsPath, importAgreement: importPath } as const
