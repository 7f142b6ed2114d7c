export const standardsPath = '/standarder'
export const standardPath = (slug: string): string => `${standardsPath}/${slug}`
export const standardDraftPath = (slug: string): string => `${standardPath(slug)}/udkast`
