export const listsPath = '/lister'
export const newListPath = `${listsPath}/ny`
export const referencesPath = `${listsPath}/referencevaerdier`
/** Who comes near a list (early warning), and which indicators measure it. */
export const warningPath = `${listsPath}/naermer-sig`
export const warningCsvPath = `${warningPath}/tabel.csv`
export const warningSourcesPath = `${warningPath}/indikatorer`
export const listPath = (slug: string): string => `${listsPath}/${slug}`
export const listCsvPath = (slug: string): string => `${listPath(slug)}/tabel.csv`
export const listFilePath = (slug: string): string => `${listPath(slug)}/fil`
export const correctListPath = (slug: string): string => `${listPath(slug)}/ret`
export const newEntryPath = (slug: string): string => `${listPath(slug)}/omraader/nyt`
export const entryPath = (slug: string, id: number | string): string => `${listPath(slug)}/omraader/${id}`
export const withdrawEntryPath = (slug: string, id: number | string): string => `${entryPath(slug, id)}/udgaar`
/** An area's lists through the years. */
export const areaListsPath = (area: string): string => `${listsPath}/omraade/${area}`
