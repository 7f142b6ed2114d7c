export const partiesPath = '/parter'
export const organisationPath = (slug: string): string => `${partiesPath}/${slug}`
