import type { Day } from '../../../kernel/days.ts'

/** Of a page as of a day; without one: today. */
const asOf = (path: string, on: Day | null = null): string => (on === null ? path : `${path}?dag=${on}`)

export const areasPath = '/boligomraader'
export const areasCsvPath = `${areasPath}.csv`
export const newAreaPath = `${areasPath}/nyt`
export const areaPath = (slug: string, on?: Day | null): string => asOf(`${areasPath}/${slug}`, on)
export const mapPath = `${areasPath}/kort`
export const outlinesPath = `${mapPath}/indlaes`
export const delimitPath = (slug: string): string => `${areaPath(slug)}/afgraens`
export const correctDelimitationPath = (slug: string, id: number): string =>
  `${areaPath(slug)}/afgraensninger/${id}/ret`
export const splitPath = (slug: string): string => `${areaPath(slug)}/del`
export const mergePath = (slug: string): string => `${areaPath(slug)}/sammenlaeg`

export const estatesPath = '/afdelinger'
export const estatesCsvPath = `${estatesPath}.csv`
export const newEstatePath = `${estatesPath}/ny`
export const estateImportPath = `${estatesPath}/indlaes`
export const estateExamplePath = `${estatesPath}/eksempel.csv`
export const estatePath = (slug: string, on?: Day | null): string => asOf(`${estatesPath}/${slug}`, on)
export const tellPath = (slug: string): string => `${estatePath(slug)}/oplysninger`
export const correctFactPath = (slug: string, id: number): string => `${tellPath(slug)}/${id}/ret`

export const districtsPath = '/bydele'
export const districtsCsvPath = `${districtsPath}.csv`
export const newDistrictPath = `${districtsPath}/ny`
export const districtPath = (slug: string, on?: Day | null): string => asOf(`${districtsPath}/${slug}`, on)

/** What is done with a place by its address: »ret«, »luk«, »genaabn«, »flyt«. */
export const partOf = (path: string, part: string): string => `${path}/${part}`

/** What templates lead to by name. */
export const addresses = {
  areas: areasPath,
  allAreas: `${areasPath}?vis=alle`,
  allEstates: `${estatesPath}?vis=alle`,
  allDistricts: `${districtsPath}?vis=alle`,
} as const
