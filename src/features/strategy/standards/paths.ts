export const standardsPath = '/standarder'
export const standardPath = (slug: string): string => `${standardsPath}/${slug}`
export const standardDraftPath = (slug: string): string => `${standardPath(slug)}/udkast`
export const askStatementsPath = (slug: string): string => `${standardPath(slug)}/redegoerelser/ny`
export const statementsPath = (slug: string, year: number): string => `${standardPath(slug)}/redegoerelser/${year}`
export const statementPath = (slug: string, year: number, organisation: string): string =>
  `${statementsPath(slug, year)}/${organisation}`

/** What templates lead to by name. */
export const addresses = { standards: standardsPath } as const
